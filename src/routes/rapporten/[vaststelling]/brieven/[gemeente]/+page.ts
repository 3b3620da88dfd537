/** Shows the letter while one types; without a script a button does the same. */
export const csr = true;
