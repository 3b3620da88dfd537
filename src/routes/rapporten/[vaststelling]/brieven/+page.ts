/** Follows the letters while they are being made; without a script the page refreshes itself. */
export const csr = true;
