/** Input for setting up an organisation's sign-in service, and for the trips to it. */
import { z } from 'zod';
import { CLIENT_AUTH_METHODS } from '#lib/domain/sign-in.ts';
import { isPublicDomain } from '#lib/domain/single-sign-on.ts';
import { optionalText, requiredText, slug, ticked, wholeNumber } from './fields.ts';

const version = wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.');
export const ServiceRef = z.object({ region: slug, organisation: slug });

/** Domains between spaces, commas or line ends, with or without an @. */
const domains = z
	.string()
	.max(1000, { error: 'Dit zijn te veel domeinen.' })
	.default('')
	.transform((text, context) => {
		const found = text
			.toLowerCase()
			.split(/[\s,;]+/)
			.map((one) => one.replace(/^@/, ''))
			.filter(Boolean);
		const wrong = found.find((one) => !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(one));
		const open = found.find(isPublicDomain);
		if (wrong !== undefined)
			context.addIssue({
				code: 'custom',
				message: `“${wrong}” is geen domein. Schrijf het als gemeente.nl.`,
			});
		if (open !== undefined)
			context.addIssue({
				code: 'custom',
				message: `Bij ${open} kan iedereen een adres krijgen. Gebruik alleen domeinen van de organisatie zelf.`,
			});
		return [...new Set(found)].sort();
	});

export const SaveServiceInput = ServiceRef.extend({
	/** 0 for a service that is not there yet. */
	version,
	issuer: requiredText(500, 'Vul het adres van de dienst (issuer) in.'),
	clientId: requiredText(300, 'Vul de client-id in die de dienst u gaf.'),
	authMethod: z.enum(CLIENT_AUTH_METHODS, { error: 'Kies hoe deze toepassing zich aanmeldt bij de dienst.' }),
	/** Empty keeps the one there is. */
	secret: z.string().trim().max(20_000, { error: 'Dit geheim is te lang.' }).default(''),
	emailDomains: domains,
	requiredAcr: optionalText(500).transform((text) => text.split(/\s+/).filter(Boolean).join(' ')),
});

export const SwitchServiceInput = ServiceRef.extend({ version, active: ticked, obligatory: ticked });

export const FindServiceInput = z.object({
	email: z
		.string({ error: 'Vul uw e-mailadres in.' })
		.trim()
		.min(1, { error: 'Vul uw e-mailadres in.' })
		.max(254, { error: 'Dit e-mailadres is te lang.' }),
	returnTo: z.string().max(2000).default('/'),
});
