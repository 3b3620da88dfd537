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

export const SHORTEST_PASSWORD = 15;

const password = z
	.string({ error: 'Vul een wachtwoord in.' })
	.min(SHORTEST_PASSWORD, {
		error: `Gebruik minstens ${SHORTEST_PASSWORD} tekens. Een zin is makkelijk te onthouden.`,
	})
	.max(128, { error: 'Gebruik hoogstens 128 tekens.' })
	.refine((text) => new Set(text).size >= 5, { error: 'Gebruik meer verschillende tekens.' })
	.refine((text) => !/samenwerkingsagenda|wachtwoord|welkom|password|qwerty|123456/i.test(text), {
		error: 'Dit wachtwoord is te makkelijk te raden. Kies iets anders.',
	});

export const SetPasswordInput = z
	.object({
		token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'Deze link klopt niet.' }),
		password,
		repeated: z.string({ error: 'Herhaal het wachtwoord.' }),
	})
	.refine(({ password, repeated }) => password === repeated, {
		path: ['repeated'],
		error: 'De twee wachtwoorden zijn niet gelijk. Typ het nog eens.',
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
