/** Input for who runs this site and what it says about security, privacy and accessibility. Everything may be left empty. */
import { z } from 'zod';
import { ACCESSIBILITY_STATUSES } from '#lib/domain/site.ts';
import { optionalDay, optionalText, wholeNumber } from './fields.ts';

const optionalEmail = optionalText(254).refine((text) => text === '' || z.email().safeParse(text).success, {
	error: 'Vul een e-mailadres in, zoals naam@gemeente.nl, of laat dit leeg.',
});

const optionalLink = optionalText(500).refine((text) => text === '' || isHttps(text), {
	error: 'Vul een adres in dat met https:// begint, of laat dit leeg.',
});

function isHttps(text: string): boolean {
	return URL.canParse(text) && new URL(text).protocol === 'https:' && !/\s/.test(text);
}

export const SiteFactsInput = z.object({
	organisation: optionalText(160),
	securityEmail: optionalEmail,
	securityPolicy: optionalLink,
	privacyContact: optionalText(160),
	privacyEmail: optionalEmail,
	processors: optionalText(2000),
	retention: optionalText(2000),
	accessibilityEmail: optionalEmail,
	accessibilityStatus: z.enum(ACCESSIBILITY_STATUSES, { error: 'Kies een status.' }).default('none'),
	accessibilityOn: optionalDay('Vul een bestaande dag in, of laat dit leeg.').transform((day) => day ?? ''),
	accessibilityReport: optionalLink,
	accessibilityGaps: optionalText(4000),
});

export const SaveSiteInput = SiteFactsInput.extend({
	version: wholeNumber('Laad de pagina opnieuw en probeer het nog eens.'),
});
