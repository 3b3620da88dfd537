/** Searching and taking away the audit trail, and what is written in it besides changes. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { auditKindOf } from '#lib/domain/audit-kind.ts';
import { LOG_FORMATS, streamLog } from '#lib/server/audit/log-file.ts';
import { logView } from '#lib/server/audit/log.view.ts';
import { noteDownload, noteRefusal } from '#lib/server/audit/note-access.ts';
import {
	exportLog,
	exportPlatformLog,
	viewLog,
	viewPlatformLog,
	type LogPage,
} from '#lib/server/audit/view-log.ts';
import { audit } from '#lib/server/db/schema.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import type { Notice } from '#lib/server/use-case.ts';
import { DEED_WORDS } from '#lib/text/audit-deeds.ts';
import { THING_WORDS } from '#lib/text/audit-fields.ts';
import { SIGHT_WORDS } from '#lib/text/audit-sights.ts';
import { EXAMPLES } from '../support/examples.ts';
import { refusalOf } from '../support/refusal.ts';
import { USE_CASES } from '../support/use-cases.ts';
import { CAST_NAMES, ITEM, makeWorld, type World } from '../support/world.ts';

const save = (world: World, place: 'home' | 'away', version: number, narrative: string) =>
	saveStatus(world.as('adviser', place), {
		round: world[place].rounds.open,
		item: ITEM.untouched,
		version,
		narrative,
	});
const refused = { method: 'POST', path: '/beheer', what: 'region.add-member' };
const rowsOf = ({ db }: World) => db.select().from(audit).all();
const sentences = (world: World, filter: object = {}) =>
	logView(viewLog(world.as('administrator'), filter), '/beheer/logboek').days.flatMap(({ lines }) =>
		lines.map(({ sentence }) => sentence),
	);

describe('the words of the trail', () => {
	test('name every use case there is', () => {
		const unnamed = (kind: 'command' | 'query', words: Record<string, unknown>) =>
			USE_CASES.filter(({ useCase }) => useCase.kind === kind)
				.map(({ useCase }) => useCase.name)
				.filter((name) => !name.startsWith('access.note-') && !(name in words));
		expect(unnamed('command', DEED_WORDS), 'changes, for audit-deeds.ts').toEqual([]);
		expect(unnamed('query', SIGHT_WORDS), 'pages and files, for audit-sights.ts').toEqual([]);
	});

	test('name every thing that a use case writes about, and each belongs to a kind', () => {
		const missing = new Set<string>();
		for (const one of USE_CASES.filter(({ useCase }) => useCase.kind === 'command')) {
			const { name } = one.useCase;
			if (auditKindOf(name) === null) missing.add(`kind of ${name}`);
			const world = makeWorld();
			const input = EXAMPLES[name]?.(world);
			const isFirst = (who: 'system' | (typeof CAST_NAMES)[number] | 'platform') => {
				const before = rowsOf(world).length;
				try {
					one(world.as(who), input);
				} catch {
					return false;
				}
				for (const { entity } of rowsOf(world).slice(before))
					if (!(entity in THING_WORDS)) missing.add(`thing ${entity}`);
				return true;
			};
			expect(['system', ...CAST_NAMES, 'platform'].some(isWho(isFirst)), name).toBe(true);
		}
		expect([...missing]).toEqual([]);
	});
});

function isWho(work: (who: 'system' | (typeof CAST_NAMES)[number] | 'platform') => boolean) {
	return (name: string) => {
		const who = (['system', ...CAST_NAMES, 'platform'] as const).find((one) => one === name);
		return who !== undefined && work(who);
	};
}

describe('the page of the trail', () => {
	test('tells in sentences who did what, with the old and the new values', () => {
		const world = makeWorld();
		save(world, 'home', 0, 'Eerst dit.');
		save(world, 'home', 1, 'Toen dat.');
		const view = logView(viewLog(world.as('administrator')), '/beheer/logboek');
		const [line] = view.days[0]?.lines ?? [];
		expect(line).toMatchObject({
			sentence:
				'adviser van vecht heeft een concept van een status opgeslagen: Punt 1 van thuiszitters in vecht, 2020-K4.',
			values: [{ label: 'Stand van zaken', from: 'Eerst dit.', to: 'Toen dat.' }],
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	test('shows a region its own rows and the sign-ins of its members, and nothing of another region', () => {
		const world = makeWorld();
		save(world, 'home', 0, 'Van ons.');
		save(world, 'away', 0, 'Van hen.');
		const { actor } = world.as('reader');
		const userId = actor.kind === 'person' ? actor.userId : 0;
		world.db.insert(audit).values(signIn(world, userId)).run();
		const shown = JSON.stringify(logView(viewLog(world.as('administrator')), '/beheer/logboek'));
		expect(shown).toContain('Van ons.');
		expect(shown).toContain('reader van vecht heeft ingelogd.');
		expect(shown).not.toContain('Van hen.');
		expect(shown).not.toContain('maas');
		const away = JSON.stringify(logView(viewLog(world.as('administrator', 'away')), '/beheer/logboek'));
		expect(away).not.toMatch(/vecht|Van ons/);
	});

	test('shows the platformbeheerder what belongs to no region, without any value', () => {
		const world = makeWorld();
		save(world, 'home', 0, 'Van ons.');
		world.db
			.insert(audit)
			.values({ ...signIn(world, 1), after: { geheim: 'waarde' } })
			.run();
		const shown = JSON.stringify(logView(viewPlatformLog(world.as('platform')), '/platform/logboek'));
		expect(shown).toContain('heeft ingelogd');
		expect(shown).not.toMatch(/waarde|Van ons|vecht|maas/);
		const { rows } = exportPlatformLog(world.as('platform'));
		expect(rows.map(({ before, after }) => [before, after])).toEqual([[null, null]]);
	});

	test('is searched by period, person, kind and thing, and bad choices are left out', () => {
		const world = makeWorld();
		save(world, 'home', 0, 'Oud.');
		world.now = new Date('2021-01-20T10:00:00Z');
		noteDownload(world.as('reader'), { regionId: 1, path: '/rapporten/x.pdf' });
		const all = sentences(world).length;
		expect(sentences(world, { van: '2021-01-20' })).toEqual([
			'reader van vecht heeft een document gedownload: /rapporten/x.pdf.',
		]);
		expect(sentences(world, { tot: '2021-01-19' })).toHaveLength(all - 1);
		expect(sentences(world, { wie: 'READER' })).toHaveLength(1);
		expect(sentences(world, { wie: '%' }), 'no sign of LIKE').toEqual([]);
		expect(sentences(world, { soort: 'status' })).toHaveLength(1);
		expect(sentences(world, { over: 'document' })).toHaveLength(1);
		expect(
			sentences(world, { over: "x' OR 1=1", soort: 'bestaat niet', van: '2021-02-30', voor: 'x' }),
		).toHaveLength(all);
	});

	test('gives every row once, page after page', () => {
		const world = makeWorld();
		for (let turn = 0; turn < 120; turn += 1)
			noteDownload(world.as('reader'), { regionId: 1, path: `/rapporten/${turn}` });
		const seen: number[] = [];
		for (let voor: string | null = ''; voor !== null;) {
			const page: LogPage = viewLog(world.as('administrator'), { voor });
			seen.push(...page.rows.map(({ id }) => id));
			voor = page.next === null ? null : String(page.next);
		}
		expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
		expect(seen).toHaveLength(rowsOf(world).filter(({ regionId }) => regionId === 1).length);
	});
});

function signIn(world: World, userId: number) {
	return {
		at: world.now,
		actorName: 'niet ingelogd',
		action: 'auth.finish-attempt',
		entity: 'user',
		entityId: String(userId),
	};
}

describe('the trail as a file', () => {
	const text = async (world: World, kind: string) => {
		const format = LOG_FORMATS[kind];
		if (!format) throw new Error(`No format ${kind}`);
		const stream = streamLog(format, (na, totEnMet) =>
			exportLog(world.as('administrator'), { na, totEnMet }),
		);
		// Not Response.text(), which takes the byte order mark away.
		return Buffer.from(await new Response(stream).arrayBuffer()).toString('utf8');
	};

	test('in JSON lines lets anybody compute the code of each row and follow the chain', async () => {
		const world = makeWorld();
		for (let turn = 0; turn < 600; turn += 1)
			noteDownload(world.as('reader'), { regionId: 1, path: `/é "${turn}"` });
		const lines = (await text(world, 'jsonl')).trimEnd().split('\n');
		expect(lines.length).toBe(rowsOf(world).filter(({ regionId }) => regionId === 1).length);
		let linked = 0;
		let last = '';
		for (const line of lines) {
			const { hash, ...members }: Record<string, unknown> = JSON.parse(line);
			const canonical = JSON.stringify(Object.fromEntries(Object.entries(members).sort()));
			if (members['previous'] !== null)
				expect(createHash('sha256').update(canonical).digest('hex')).toBe(hash);
			if (members['previous'] === last) linked += 1;
			last = String(hash);
		}
		expect(linked).toBeGreaterThan(598);
	});

	test('as a table never starts a formula, and keeps a row on one line of the table', async () => {
		const world = makeWorld();
		const evil = {
			...world.as('reader'),
			actor: { kind: 'system', name: '=HYPERLINK("x")\r\n"a";b' },
		} as const;
		noteDownload(evil, { regionId: 1, path: '@SUM(1)\n=1' });
		const csv = await text(world, 'csv');
		expect(csv.startsWith('\uFEFFnummer;')).toBe(true);
		expect(csv).toContain(`"'=HYPERLINK(""x"")\r\n""a"";b"`);
		expect(csv).toContain(`"'@SUM(1)\n=1"`);
	});
});

describe('a refusal', () => {
	test('is written with who and what, once in ten minutes, and never with what was typed', () => {
		const world = makeWorld();
		const before = rowsOf(world).length;
		for (let turn = 0; turn < 50; turn += 1) noteRefusal(world.as('reader'), { ...refused, regionId: 1 });
		noteRefusal(world.as('adviser'), { ...refused, regionId: 1 });
		expect(rowsOf(world).slice(before)).toMatchObject([
			{ actorName: 'reader van vecht', entity: 'refusal', entityId: refused.what, regionId: 1 },
			{ actorName: 'adviser van vecht', after: { method: 'POST', path: '/beheer' } },
		]);
		world.now = new Date(world.now.getTime() + 11 * 60_000);
		noteRefusal(world.as('reader'), { ...refused, regionId: 1 });
		expect(rowsOf(world)).toHaveLength(before + 3);
		expect(sentences(world)[0]).toBe('reader van vecht kreeg geen toegang: iemand toevoegen aan de regio.');
	});

	test('is heard of by whoever asked, with the region it was about, and an admission as well', () => {
		const world = makeWorld();
		const heard: Notice[] = [];
		const notice = (one: Notice) => heard.push(one);
		const input = { round: world.home.rounds.open, item: ITEM.untouched, version: 0 };
		for (const [who, place] of [
			['reader', 'home'],
			['coordinator', 'away'],
			['platform', 'home'],
		] as const)
			refusalOf(() => saveStatus({ ...world.as(who, place), notice }, input));
		saveStatus({ ...world.as('coordinator'), notice }, input);
		const about = { useCase: 'status.save', regionId: 1 };
		expect(heard).toEqual([
			...[1, 2, 3].map(() => ({ ...about, verdict: 'refused' })),
			{ ...about, verdict: 'admitted' },
		]);
	});

	test('with line ends and quotes in it stays one row, and a long path is cut', () => {
		const world = makeWorld();
		const path = `/x\r\n{"level":"fatal"}${'a'.repeat(1000)}`;
		noteRefusal(world.as('reader'), { ...refused, path, regionId: null });
		const row = rowsOf(world).at(-1);
		expect(row?.after?.['path']).toBe(path.replace('\r\n', '\n').slice(0, 300));
		expect(JSON.stringify(row?.after)).not.toContain('\n');
	});
});
