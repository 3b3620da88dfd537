/** The level that a number proposes follows the typing; without JavaScript it shows after saving. */
export const csr = true;
