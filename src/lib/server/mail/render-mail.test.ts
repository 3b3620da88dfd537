import { describe, expect, test } from 'vitest';
import { day, period } from '../../../../tests/support/facts.ts';
import { SITE } from './letter.ts';
import {
	accountLetter,
	closedLetter,
	exceptionLetter,
	openedLetter,
	reminderLetter,
	returnedLetter,
	type RoundMailFacts,
} from './letters.view.ts';
import { renderMail } from './render-mail.ts';

const FACTS: RoundMailFacts = {
	name: 'Anna de Boer',
	region: 'Utrecht West',
	officialForum: 'REA',
	boardForum: 'OOGO',
	agendaTitle: 'Agenda 2019-2022',
	agendaSlug: 'uw-2019-2022',
	roundSlug: 'uw-2020-k4',
	period: period('2020-K4'),
	closesOn: day('2021-01-22'),
	items: ['Thuiszitters 2: Registratie'],
};
const LETTERS = [
	['opened', openedLetter(FACTS)],
	['opened again for one', exceptionLetter(FACTS)],
	['reminder', reminderLetter(FACTS)],
	['returned', returnedLetter(FACTS, 'thuiszitters-2')],
	['closed, for the REA', closedLetter(FACTS, true)],
	['closed, for the board', closedLetter(FACTS, false)],
	['account', accountLetter(FACTS)],
] as const;

describe.each(LETTERS)('the letter "%s"', (_kind, letter) => {
	const { subject, text, html } = renderMail(letter);

	test('says the same in text and in HTML', () => {
		const words = html.replaceAll(/<style.*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
		for (const sentence of [...letter.paragraphs, ...letter.items, letter.link.label, letter.reason]) {
			expect(text).toContain(sentence);
			expect(words).toContain(sentence);
		}
		for (const part of [text, html]) expect(part).toContain(letter.link.href);
		expect(html).toContain(`<title>${subject}</title>`);
		expect(html).toContain('<html lang="nl">');
	});

	test('loads nothing from anywhere and leads only to the site', () => {
		expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
		const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
		expect(links.length).toBeGreaterThan(0);
		expect(links.every((href) => href.startsWith(`${SITE}/`))).toBe(true);
	});

	test('tells how to switch it off, unless somebody asked for it', () => {
		expect(text.includes('/account/meldingen')).toBe(letter.preferencesHref !== null);
		expect(html.includes('/account/meldingen')).toBe(letter.preferencesHref !== null);
	});
});

test('a name with line ends and markup changes nothing of the form', () => {
	const name = 'Jan\r\nBcc: x@y.nl <b>"&\u2028\u202e';
	const { subject, text, html } = renderMail({ ...openedLetter({ ...FACTS, name }), subject: `Aan ${name}` });
	expect(subject).toBe('Aan Jan Bcc: x@y.nl <b>"&');
	expect(text.startsWith('Beste Jan Bcc: x@y.nl <b>"&,\n')).toBe(true);
	expect(html).toContain('Beste Jan Bcc: x@y.nl &lt;b&gt;&quot;&amp;,');
	expect(html).not.toContain('<b>');
});

test('a long list of titles is cut off with how many are left', () => {
	const items = Array.from({ length: 15 }, (_none, index) => `Punt ${index + 1}`);
	const letter = openedLetter({ ...FACTS, items });
	expect(letter.subject).toContain('vul 15 agendapunten in');
	expect(letter.items).toHaveLength(13);
	expect(letter.items.at(-1)).toBe('en nog 3 punten');
});
