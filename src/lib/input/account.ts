/** Input for signing in, setting a password and making a region. */
import { z } from 'zod';
import { email, requiredText } from './fields.ts';

export const SignInInput = z.object({
	/** No check on its form: an odd address must get the same answer as an unknown one. */
	email: z
		.string({ error: 'Vul uw e-mailadres in.' })
		.trim()
		.toLowerCase()
		.min(1, { error: 'Vul uw e-mailadres in.' })
		.max(254, { error: 'Dit e-mailadres is te lang.' }),
	password: z
		.string({ error: 'Vul uw wachtwoord in.' })
		.min(1, { error: 'Vul uw wachtwoord in.' })
		.max(1024, { error: 'Dit wachtwoord is te lang.' }),
});

/** How good it is, is judged where the person is known: see domain/password.ts. Twice what is allowed, so that it can say so. */
const password = z
	.string({ error: 'Vul een wachtwoord in.' })
	.max(1024, { error: 'Dit wachtwoord is te lang.' });

export const SetPasswordInput = z.object({
	token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'Deze link klopt niet.' }),
	password,
	repeated: z.string({ error: 'Herhaal het wachtwoord.' }),
});

/** A first account with the link of an invitation. */
export const UseInvitationInput = SetPasswordInput.extend({ name: requiredText(120, 'Vul uw naam in.') });

/** The first platformbeheerder, who fills in a name and an address as well. */
export const FirstAdministratorInput = SetPasswordInput.extend({
	name: requiredText(120, 'Vul uw naam in.'),
	email,
});

export const ResetInput = z.object({
	email: SignInInput.shape.email,
	address: z.string(),
});

export const MakeRegionInput = z.object({
	name: requiredText(120, 'Vul de naam van de regio in.'),
	officialForum: requiredText(120, 'Vul de naam van het ambtelijk overleg in, bijvoorbeeld REA.'),
	boardForum: requiredText(120, 'Vul de naam van het bestuurlijk overleg in, bijvoorbeeld OOGO.'),
	organisation: requiredText(160, 'Vul de organisatie van de beheerder in.'),
	administratorName: requiredText(120, 'Vul de naam van de beheerder in.'),
	administratorEmail: email,
});

export const MakeFirstAdministratorInput = z.object({ email });

/** An account by its address, for the platformbeheerder. */
export const PlatformLinkInput = z.object({ email });
