/**
 * What is said of input for which a schema has no sentence of its own: nobody's form can be so, but somebody may send it.
 * Loaded by whatever makes or uses a schema.
 */
import { z } from 'zod';

export const MISSING = 'Dit ontbreekt. Laad de pagina opnieuw en probeer het nog eens.';
export const WRONG = 'Dit klopt niet. Laad de pagina opnieuw en probeer het nog eens.';

z.config({
	customError: ({ code, input }) => (code === 'invalid_type' && input === undefined ? MISSING : WRONG),
});
