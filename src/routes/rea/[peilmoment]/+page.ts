/** Saves while you type and listens to keys; without JavaScript the same page is filled in with plain buttons. */
export const csr = true;
