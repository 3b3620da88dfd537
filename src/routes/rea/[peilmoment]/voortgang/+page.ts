/** A formal step asks in a dialog, and what was just judged is said aloud; without a script both are pages. */
export const csr = true;
