/** Dragging the agenda into order; the buttons do the same without a script. */
export const csr = true;
