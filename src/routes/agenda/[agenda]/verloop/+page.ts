/** The chart is drawn in the browser; its numbers are in the page as a table too. */
export const csr = true;
