/** Pages are plain HTML; a page that needs a script in the browser says so itself. */
export const csr = false;
