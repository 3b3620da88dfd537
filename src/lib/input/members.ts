/** Input for adding a person to a region. */
import { z } from 'zod';
import { ROLES } from '#lib/domain/access.ts';
import { email, requiredText, slug, wholeNumber } from './fields.ts';

export const AddMemberInput = z.object({
	region: slug,
	name: requiredText(120, 'Vul de naam in.'),
	email,
	organisation: slug,
	role: z.enum(ROLES, { error: 'Kies een rol.' }),
});

/** One invitation of one region. */
export const InvitationInput = z.object({
	region: slug,
	invitation: wholeNumber('Deze uitnodiging bestaat niet.'),
});

/** One's own invitation. */
export const AnswerInput = InvitationInput.pick({ invitation: true });

/** One person of one region. */
export const PersonInput = z.object({ region: slug, person: wholeNumber('Deze persoon bestaat niet.') });

/** What the page showed of this person's roles; a change is refused when they are no longer that. */
const seen = z.string({ error: 'Laad de pagina opnieuw en probeer het nog eens.' }).max(2000);

export const ChangePersonInput = PersonInput.extend({ seen });

export const AddRoleInput = ChangePersonInput.extend({
	organisation: slug,
	role: z.enum(ROLES, { error: 'Kies een rol.' }),
});

export const RoleInput = ChangePersonInput.extend({
	membership: wholeNumber('Deze rol bestaat niet.'),
});

export const ChangeRoleInput = RoleInput.extend({ role: z.enum(ROLES, { error: 'Kies een rol.' }) });

export const HandOverInput = ChangePersonInput.extend({
	to: wholeNumber('Kies iemand die dit overneemt.'),
});

export const RegionInput = z.object({ region: slug });

/** An account, for the platformbeheerder. */
export const AccountInput = z.object({ person: wholeNumber('Deze persoon bestaat niet.') });

export const PlatformAdministratorInput = z.object({
	name: requiredText(120, 'Vul de naam in.'),
	email,
});

export const AppointInput = z.object({
	region: slug,
	name: requiredText(120, 'Vul de naam in.'),
	email,
	organisation: slug,
});
