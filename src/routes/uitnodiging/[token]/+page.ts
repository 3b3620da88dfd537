/** A button that shows the password while it is typed. */
export const csr = true;
