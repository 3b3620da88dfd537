/** Damaging a database as somebody with the file could, and seeing that it is found. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '#lib/server/sha256.ts';
import { verifyAdoption, verifyDatabase, verifyOwnAdoptions } from '#lib/server/adoption/verify-adoptions.ts';
import { main } from '../../src/cli/verify.ts';
import { makeWorld, type World } from '../support/world.ts';

const OPEN = 'DROP TRIGGER adoption_no_update; DROP TRIGGER adoption_no_delete;';
const damage = ({ db }: World, sql: string) => db.$client.exec(sql);
const check = (world: World) => verifyDatabase(world.as('system'), {});
const faultsOf = (world: World) => check(world).checked.flatMap((one) => one.faults);
const slug = ({ home }: World) => home.rounds.adopted;
const first = (world: World) => `(SELECT id FROM status_round WHERE slug = '${slug(world)}')`;

describe('the control', () => {
	test('finds nothing in a database that is as it was adopted', () => {
		const world = makeWorld();
		expect(check(world)).toMatchObject({ faults: [], checked: [{ faults: [] }, { faults: [] }] });
	});

	test('finds one byte that changed, and which adoption it is in', () => {
		const world = makeWorld();
		damage(world, `${OPEN} UPDATE adoption SET snapshot = replace(snapshot, 'rood|', 'groen') WHERE 0`);
		damage(
			world,
			`UPDATE adoption SET snapshot = substr(snapshot, 1, 4000) || 'x' || substr(snapshot, 4002) WHERE round_id = ${first(world)}`,
		);
		const wrong = check(world).checked.filter((one) => one.faults.length > 0);
		expect(wrong.map((one) => one.slug)).toEqual([slug(world)]);
		expect(wrong[0]?.isIntact).toBe(false);
		expect(wrong[0]?.faults[0]).toMatch(/^De inhoud is veranderd: de controlecode is nu [0-9a-f]{64}/);
	});

	test('finds a text with a hash that was made to fit, since the audit trail has the first', () => {
		const world = makeWorld();
		damage(world, OPEN);
		const { snapshot } = world.db.$client
			.prepare<[], { snapshot: string }>(`SELECT snapshot FROM adoption WHERE round_id = ${first(world)}`)
			.get() ?? { snapshot: '' };
		const forged = snapshot.replace('"level":"rood"', '"level":"groen"');
		expect(forged).not.toBe(snapshot);
		world.db.$client
			.prepare(`UPDATE adoption SET snapshot = ?, hash = ? WHERE round_id = ${first(world)}`)
			.run(forged, sha256(forged));
		expect(faultsOf(world)).toEqual([
			expect.stringMatching(/^De controlecode is veranderd: volgens het logboek/),
		]);
	});

	test.each([
		["UPDATE adoption SET adopted_on = '2020-09-13'", 'een andere datum'],
		["UPDATE adoption SET forum = 'Ander'", 'een ander overleg'],
		[
			"DROP TRIGGER status_round_stays_adopted; UPDATE status_round SET state = 'closed'",
			'niet meer als vastgesteld',
		],
		["DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE entity = 'adoption'", 'In het logboek ontbreekt'],
	])('finds what no longer fits the text: %s', (sql, sentence) => {
		const world = makeWorld();
		damage(world, `${OPEN} ${sql}`);
		expect(faultsOf(world).join()).toContain(sentence);
	});

	test('finds a text that is no adoption, and one in another order of keys', () => {
		const world = makeWorld();
		damage(world, `${OPEN} UPDATE adoption SET snapshot = '{"a":1}' WHERE round_id = ${first(world)}`);
		expect(faultsOf(world)).toContain('De inhoud is niet te lezen als vaststelling.');
		damage(world, `UPDATE adoption SET snapshot = ' ' || snapshot WHERE round_id <> ${first(world)}`);
		expect(faultsOf(world)).toContain('De inhoud staat niet in de vaste schrijfwijze.');
	});

	test('finds an adoption that was removed, from both ends', () => {
		const world = makeWorld();
		damage(world, `${OPEN} DELETE FROM adoption WHERE round_id = ${first(world)}`);
		const { checked, faults } = check(world);
		expect(checked).toHaveLength(1);
		expect(faults.join()).toContain(`Het peilmoment ${slug(world)} staat als vastgesteld te boek`);
		expect(faults.join()).toMatch(/De vaststelling met controlecode [0-9a-f]{64} staat in het logboek/);
	});

	test('finds a lock that is gone and one that no longer refuses', () => {
		const world = makeWorld();
		damage(
			world,
			'DROP TRIGGER amendment_no_delete; DROP TRIGGER adoption_no_update; CREATE TRIGGER adoption_no_update BEFORE UPDATE ON adoption BEGIN SELECT 1; END;',
		);
		expect(check(world).faults).toEqual([
			'Het slot adoption_no_update op de database is veranderd.',
			'Het slot amendment_no_delete op de database ontbreekt.',
		]);
	});

	test('shows a person what that person may see and nothing of another region', () => {
		const world = makeWorld();
		expect(verifyOwnAdoptions(world.as('reader')).checked.map((one) => one.slug)).toEqual([slug(world)]);
		expect(verifyOwnAdoptions(world.as('reader', 'away')).checked.map((one) => one.slug)).toEqual([
			world.away.rounds.adopted,
		]);
		expect(verifyOwnAdoptions(world.as('platform')).checked).toEqual([]);
		expect(verifyAdoption(world.as('reader'), { round: slug(world) }).checked).toHaveLength(1);
	});
});

describe('the command', () => {
	let folder: string;
	let printed: string[];
	let path: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'verify-'));
		path = join(folder, 'a.db');
		vi.stubEnv('DATABASE_PATH', path);
		printed = [];
		vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(folder, { recursive: true });
		process.exitCode = 0;
	});

	function complaints(...args: string[]): string[] {
		const complain = vi.mocked(console.error).mockImplementation(() => undefined);
		main(args);
		const lines = complain.mock.calls.map(([line]) => String(line));
		complain.mockClear();
		return lines;
	}
	const save = (world: World) => writeFileSync(path, world.db.$client.serialize());

	test('names every adoption with its code, gives the figures and changes nothing', () => {
		const world = makeWorld();
		save(world);
		copyFileSync(path, `${path}.copy`);
		expect(complaints()).toEqual([]);
		expect(process.exitCode ?? 0).toBe(0);
		expect(printed[0]).toMatch(/^goed {2}maas-2020-2022-2020-k2 {2}12 september 2020 {2}[0-9a-f]{64}$/);
		expect(printed.at(-1)).toMatch(/^2 regels van het logboek gecontroleerd in /);
		expect(printed.at(-2)).toMatch(/^Stempel van het logboek: regel 2, code [0-9a-f]{64}$/);
		expect(printed.at(-3)).toMatch(
			/^2 vaststellingen gecontroleerd: 2 goed, 0 fout, in \d+(,\d+)? seconden\.$/,
		);
	});

	test('checks the one that is named', () => {
		const world = makeWorld();
		save(world);
		expect(complaints(slug(world))).toEqual([]);
		expect(printed).toHaveLength(2);
	});

	test('fails with a sentence when a byte has changed', () => {
		const world = makeWorld();
		damage(world, `${OPEN} UPDATE adoption SET snapshot = replace(snapshot, 'vecht', 'Vecht')`);
		save(world);
		const lines = complaints();
		expect(process.exitCode).toBe(1);
		expect(lines.join('\n')).toContain(`FOUT  ${slug(world)}: De inhoud is veranderd`);
		expect(lines.join('\n')).toContain('Het slot adoption_no_update op de database ontbreekt.');
		expect(printed.join()).toContain('1 goed, 1 fout');
	});

	test.each([
		['no database', () => undefined, [], /^Er is geen database op /],
		['an unknown adoption', save, ['bestaat-niet'], /^Er is geen vaststelling bestaat-niet\./],
		[
			'an older database',
			(world: World) => {
				damage(
					world,
					'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
				);
				save(world);
			},
			[],
			/^Deze database is van een oudere versie/,
		],
	])('says in one sentence what to do with %s', (_name, prepare, args, sentence) => {
		prepare(makeWorld());
		const lines = complaints(...args);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(sentence);
		expect(process.exitCode).toBe(1);
	});
});
