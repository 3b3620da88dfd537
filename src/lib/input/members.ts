/** Input for adding a person to a region. */
import { z } from 'zod';
import { ROLES } from '#lib/domain/access.ts';
import { email, requiredText, slug } from './fields.ts';

export const AddMemberInput = z.object({
	region: slug,
	name: requiredText(120, 'Vul de naam in.'),
	email,
	organisation: slug,
	role: z.enum(ROLES, { error: 'Kies een rol.' }),
});
