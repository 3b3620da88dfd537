import { describe, expect, test } from 'vitest';
import { EMPTY_SITE, missingFacts, securityText, type SiteFacts } from './site.ts';

const NOW = new Date('2026-02-01T10:00:00.123Z');
const ORIGIN = 'https://agenda.example.nl';

describe('the file security.txt', () => {
	test('says where to report, until when it holds and where it belongs', () => {
		const facts = {
			...EMPTY_SITE,
			securityEmail: 'lek@woerden.example',
			securityPolicy: 'https://woerden.example/lek',
		};
		expect(securityText(facts, ORIGIN, NOW)).toBe(
			[
				'Contact: mailto:lek@woerden.example',
				'Expires: 2027-01-31T10:00:00Z',
				'Preferred-Languages: nl, en',
				'Canonical: https://agenda.example.nl/.well-known/security.txt',
				'Policy: https://woerden.example/lek',
				'',
			].join('\n'),
		);
	});

	test('holds for less than a year from any day, also around a leap day', () => {
		for (const start of ['2027-03-01', '2028-02-28', '2028-02-29', '2026-12-31']) {
			const now = new Date(`${start}T00:00:00Z`);
			const text = securityText({ ...EMPTY_SITE, securityEmail: 'a@b.example' }, ORIGIN, now) ?? '';
			const until = Date.parse(/Expires: (.+)/.exec(text)?.[1] ?? '');
			expect(until).toBeGreaterThan(now.getTime());
			expect(until).toBeLessThan(new Date(now).setUTCFullYear(now.getUTCFullYear() + 1));
		}
	});

	test('is not there without an address, rather than with a made-up one', () => {
		expect(securityText(EMPTY_SITE, ORIGIN, NOW)).toBeNull();
	});
});

test('what is missing is named, and nothing once all is filled in', () => {
	expect(missingFacts(EMPTY_SITE)).toHaveLength(5);
	const filled: SiteFacts = {
		...EMPTY_SITE,
		organisation: 'Gemeente Woerden',
		securityEmail: 'a@b.example',
		privacyEmail: 'c@d.example',
		accessibilityEmail: 'e@f.example',
		accessibilityStatus: 'partial',
	};
	expect(missingFacts(filled)).toEqual([]);
});
