/** The check beside each text follows the typing; without JavaScript it shows what was saved. */
export const csr = true;
