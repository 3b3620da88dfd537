/** Dragging needs a script; the buttons beside every row do the same without one. */
export const csr = true;
