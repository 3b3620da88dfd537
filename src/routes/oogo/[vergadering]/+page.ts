/** Others' changes come in by themselves. */
export const csr = true;
