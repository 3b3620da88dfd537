/** Input for checking and importing an agenda file. */
import { z } from 'zod';
import { slug } from './fields.ts';

const MEGABYTE = 1024 * 1024;
export const LARGEST_FILE = 5 * MEGABYTE;

export const ImportInput = z.object({
	/** The region to import into; '' takes the one that the file names. */
	region: slug.or(z.literal('')).default(''),
	text: z
		.string({ error: 'Kies een JSON-bestand met een agenda.' })
		.min(1, { error: 'Kies een JSON-bestand met een agenda dat niet leeg is.' })
		.max(LARGEST_FILE, { error: 'Dit bestand is te groot. Kies een bestand van hoogstens 5 MB.' }),
});
