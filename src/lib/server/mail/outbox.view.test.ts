import { describe, expect, test } from 'vitest';
import type { Outbox } from './list-mails.ts';
import { PASSWORD_PATH, SITE } from './letter.ts';
import { outboxView } from './outbox.view.ts';

const NOW = new Date('2021-01-14T09:30:00Z');
const SENDS = { origin: 'https://agenda.example.nl', sendsMail: true, demo: false };
type Row = Outbox['mails'][number];
const row = (overrides: Partial<Row> = {}): Row => ({
	id: 1,
	key: 'k',
	regionId: 1,
	userId: 1,
	kind: 'round-opened',
	address: 'a@b.example',
	name: 'Anna',
	subject: 'Open',
	text: `Zie ${SITE}/rea/x`,
	html: '',
	createdAt: NOW,
	expiresAt: null,
	sentAt: null,
	claimedAt: null,
	attempts: 0,
	nextAttemptAt: null,
	problem: '',
	regionName: 'Vecht',
	regionSlug: 'vecht',
	...overrides,
});
const view = (mail: Partial<Row>, site = SENDS, trouble = '') =>
	outboxView({ now: NOW, done: false, mails: [row(mail)], trouble }, site, 200);

describe('a mail in the outbox', () => {
	test.each([
		['waits', {}, SENDS, 'Wacht', false, true],
		[
			'waits where no mail leaves',
			{},
			{ ...SENDS, sendsMail: false },
			'Bewaard, niet verstuurd',
			false,
			true,
		],
		[
			'was refused for now',
			{ problem: 'Vol.', nextAttemptAt: NOW },
			SENDS,
			'Wacht tot 14 januari 2021 om 10:30',
			true,
			true,
		],
		['was refused for good', { problem: 'Onbekend.' }, SENDS, 'Niet gelukt', true, true],
		['is being sent', { claimedAt: NOW }, SENDS, 'Wordt verstuurd', false, false],
		['is uncertain', { claimedAt: new Date(0) }, SENDS, 'Onzeker', true, true],
		['was sent', { sentAt: NOW }, SENDS, 'Verstuurd op 14 januari 2021 om 10:30', false, false],
		['is too late', { expiresAt: NOW }, SENDS, 'Verlopen, niet verstuurd', false, false],
	] as const)(
		'that %s says so, with what can be done',
		(_what, mail, site, stateText, mayRetry, mayPutAside) => {
			expect(view(mail, site).lines[0]).toMatchObject({ stateText, mayRetry, mayPutAside });
		},
	);

	test('shows the address of the site, and never a one-time link', () => {
		const [line] = view({ text: `Zie ${SITE}/rea/x en ${SITE}${PASSWORD_PATH}` }).lines;
		expect(line?.text).toBe(
			'Zie https://agenda.example.nl/rea/x en (eenmalige link, alleen te zien in de mail zelf)',
		);
	});
});

test.each([
	['a mail server', SENDS, '', null],
	[
		'a mail server that cannot be reached',
		SENDS,
		'De mailserver zwijgt.',
		'De mailserver is niet bereikbaar',
	],
	['no mail server', { ...SENDS, sendsMail: false }, '', 'Er is geen mailserver ingesteld'],
	['the demo', { ...SENDS, sendsMail: false, demo: true }, '', 'In de demo gaat geen mail weg'],
])('with %s the page says how mail leaves', (_what, site, trouble, title) => {
	expect(view({}, site, trouble).notice?.title ?? null).toBe(title);
});
