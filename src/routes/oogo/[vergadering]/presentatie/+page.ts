/** The keys of a clicker, and others' changes that come in by themselves. */
export const csr = true;
