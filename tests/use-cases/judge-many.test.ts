import { describe, expect, test } from 'vitest';
import { audit } from '#lib/server/db/schema.ts';
import { backWithResult, progressView } from '#lib/server/rounds/progress.view.ts';
import { viewProgress } from '#lib/server/rounds/view-round.ts';
import { agreeMany, returnMany } from '#lib/server/status/judge-many.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const page = (world: World, address = '') =>
	progressView(
		viewProgress(world.as('coordinator'), { round: world.home.rounds.open }),
		new URLSearchParams(address),
		'https://agenda.example.nl',
	);
const stateOf = (world: World, ref: string) =>
	page(world)
		.themes.flatMap((theme) => theme.rows)
		.find((row) => row.ref === ref)?.state;
/** A second submitted status beside the one of the world. */
function submitUntouched(world: World): void {
	const { open } = world.home.rounds;
	submitStatus(world.as('adviser'), {
		round: open,
		item: ITEM.untouched,
		version: 0,
		level: 'groen',
		narrative: 'Klaar.',
	});
}

describe('judging many at once', () => {
	test('agrees with all that the page showed of a thema', () => {
		const world = makeWorld();
		submitUntouched(world);
		const bulk = page(world, 'thema=thuiszitters').filtered?.bulk;
		expect(bulk?.label).toBe('2 ingediende punten van Thema thuiszitters');
		const result = agreeMany(world.as('coordinator'), { round: world.home.rounds.open, seen: bulk?.seen });
		expect(result).toEqual({ done: 2, skipped: [] });
		expect([stateOf(world, ITEM.untouched), stateOf(world, ITEM.submitted)]).toEqual(['Akkoord', 'Akkoord']);
		const rows = world.db.select().from(audit).all();
		expect(rows.filter((row) => row.action === 'status.agree-many')).toHaveLength(2);
	});

	test('skips and names what somebody changed meanwhile, and leaves it as it is', () => {
		const world = makeWorld();
		submitUntouched(world);
		const seen = page(world).themes[0]?.bulk?.seen;
		const change = {
			round: world.home.rounds.open,
			item: ITEM.untouched,
			version: 1,
			narrative: 'Toch niet.',
		};
		saveStatus(world.as('adviser'), change);
		const result = agreeMany(world.as('coordinator'), { round: world.home.rounds.open, seen });
		expect(result).toEqual({ done: 1, skipped: [ITEM.untouched] });
		const address = backWithResult(world.home.rounds.open, new URLSearchParams('thema=thuiszitters'), result);
		expect(page(world, new URL(address, 'https://agenda.example.nl').search).judged).toEqual({
			skipped: true,
			sentence:
				'1 punt is bijgewerkt. Overgeslagen, want intussen gewijzigd: Punt 1 van thuiszitters in vecht. Bekijk dat opnieuw.',
		});
		expect(stateOf(world, ITEM.untouched)).toBe('Concept');
	});

	test('skips what was changed and handed in again: the newest text was not seen', () => {
		const world = makeWorld();
		submitUntouched(world);
		const seen = page(world).themes[0]?.bulk?.seen;
		submitStatus(world.as('adviser'), {
			round: world.home.rounds.open,
			item: ITEM.untouched,
			version: 1,
			level: 'donkergroen',
			narrative: 'Klaar, en meer.',
		});
		const result = agreeMany(world.as('coordinator'), { round: world.home.rounds.open, seen });
		expect(result.skipped).toEqual([ITEM.untouched]);
		expect(stateOf(world, ITEM.untouched)).toBe('Ingediend');
	});

	test('returns all with one note', () => {
		const world = makeWorld();
		submitUntouched(world);
		const seen = page(world).themes[0]?.bulk?.seen;
		const input = { round: world.home.rounds.open, seen };
		expect(
			refusalOf(() => returnMany(world.as('coordinator'), { ...input, note: ' ' })).detail.fields,
		).toHaveProperty('note');
		expect(returnMany(world.as('coordinator'), { ...input, note: 'Noem aantallen.' }).done).toBe(2);
		const lines = page(world).themes.flatMap((theme) => theme.rows.map((row) => row.line));
		expect(lines.filter((line) => line === 'Notitie: Noem aantallen.')).toHaveLength(2);
	});

	test('refuses a list that no page made', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.open, seen: 'thuiszitters-1' };
		expect(refusalOf(() => agreeMany(world.as('coordinator'), input)).code).toBe('invalid');
	});

	test('changes nothing in a round that is closed', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.closed, seen: `${ITEM.untouched}:1` };
		expect(agreeMany(world.as('coordinator'), input)).toMatchObject({ done: 0 });
	});
});

describe('the list of the coordinator', () => {
	test('is filtered by thema, trekker, person and state, with the amount of each', () => {
		const world = makeWorld();
		const refs = (address: string) =>
			page(world, address).themes.flatMap((theme) => theme.rows.map((row) => row.ref));
		expect(refs('stand=ingediend')).toEqual([ITEM.submitted]);
		expect(refs('thema=jonge-kind&stand=concept')).toEqual([ITEM.draft]);
		expect(refs('thema=bestaat-niet')).toEqual([]);
		submitUntouched(world);
		const groups = page(world).filters;
		const person = groups.find((group) => group.label === 'Ingevuld door')?.links[0];
		expect(person).toMatchObject({ label: 'adviser van vecht', amount: 1 });
		expect(refs(person?.href.split('?')[1] ?? '')).toEqual([ITEM.untouched]);
		expect(
			groups.find((group) => group.label === 'Trekker')?.links.map((link) => [link.label, link.amount]),
		).toEqual([
			['Gemeente Aa', 1],
			['RBL', 1],
			['SWV Samen', 2],
		]);
	});

	test('shows whether it moved since the round before, as the overview does', () => {
		const world = makeWorld();
		submitUntouched(world);
		const row = page(world).themes[0]?.rows[0];
		expect(row).toMatchObject({ level: 'groen', move: { symbol: 'up', words: 'omhoog, was oranje' } });
	});

	test('has a mail per organisation to its advisers, with what is open and the way to it', () => {
		const world = makeWorld();
		const { debtors } = page(world);
		const rbl = debtors.find((one) => one.organisation === 'RBL')?.mail;
		expect(rbl?.addresses).toEqual(['adviser@vecht.example']);
		expect(rbl?.subject).toBe('Stand van zaken kwartaal 4 van 2020: nog 1 punt van RBL');
		expect(rbl?.body).toContain(
			'- Thema thuiszitters 1: Punt 1 van thuiszitters in vecht (nog niet begonnen)',
		);
		expect(rbl?.body).toContain('tot en met 23 januari 2021 (nog 9 dagen)');
		expect(rbl?.body).toContain(`https://agenda.example.nl/rea/${world.home.rounds.open}`);
		const href = new URL(rbl?.href ?? '');
		expect([href.protocol, href.pathname]).toEqual(['mailto:', 'adviser@vecht.example']);
		expect(href.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(rbl?.body);
		expect(debtors.find((one) => one.organisation === 'SWV Samen')?.mail?.addresses).toEqual([]);
	});

	test('says how many days are left, or how late it is', () => {
		const world = makeWorld();
		const subtitle = (now: string) => {
			world.now = new Date(now);
			return page(world).subtitle;
		};
		expect(subtitle('2021-01-11T10:00:00Z')).toBe('Open tot en met 23 januari 2021. Nog 12 dagen.');
		expect(subtitle('2021-01-23T22:30:00Z')).toBe(
			'Open tot en met 23 januari 2021. Vandaag is de laatste dag.',
		);
		expect(subtitle('2021-01-26T10:00:00Z')).toBe('Open tot en met 23 januari 2021. 3 dagen te laat.');
	});
});
