/** The data of this page is also shown in a dialog of another. */
export const csr = true;
