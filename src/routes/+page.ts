/** Tells of text that is still in this browser and was never saved; without JavaScript the page is the same but for that. */
export const csr = true;
