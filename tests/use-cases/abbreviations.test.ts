/** Abbreviations: filled by an import, changed in the settings, frozen with an adoption, explained where they stand. */
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { readAgendaFile } from '#lib/input/agenda-file.ts';
import { viewMatrix } from '#lib/server/adoption/view-matrix.ts';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import { setAbbreviations } from '#lib/server/agenda-editing/set-abbreviations.ts';
import { audit } from '#lib/server/db/schema.ts';
import { adoptInWriting } from '../support/adopt.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld, type World } from '../support/world.ts';

const save = (world: World, abbreviations: string, version = 1) =>
	setAbbreviations(world.as('coordinator'), { region: world.home.region, version, abbreviations });

test('a file gives what is usual, where it says that its source is wrong', () => {
	const text = readFileSync(new URL('../../src/lib/server/demo/utrecht-west.json', import.meta.url), 'utf8');
	const reading = readAgendaFile(text);
	const list = reading.ok ? reading.file.abbreviations : [];
	expect(list).toHaveLength(23);
	expect(list).toContainEqual({ short: 'GGD', meaning: 'Gemeentelijke Gezondheidsdienst' });
	expect(list).toContainEqual({ short: 'RBL', meaning: 'Regionaal Bureau Leerplicht' });
});

describe('the list of a region', () => {
	test('is kept with what it was', () => {
		const world = makeWorld();
		save(world, 'PO = Primair Onderwijs\r\n\r\n GGD=Gemeentelijke Gezondheidsdienst ');
		save(world, 'GGD = Gezondheidsdienst', 2);
		const rows = world.db.select().from(audit).where(eq(audit.action, 'region.set-abbreviations')).all();
		expect(rows.at(-1)?.before).toEqual({
			abbreviations: 'GGD = Gemeentelijke Gezondheidsdienst\nPO = Primair Onderwijs',
		});
		expect(rows.at(-1)?.after).toEqual({ abbreviations: 'GGD = Gezondheidsdienst' });
	});

	test('is not overwritten by who saw an older one', () => {
		const world = makeWorld();
		save(world, 'PO = Primair Onderwijs');
		expect(refusalOf(() => save(world, 'VO = Voortgezet Onderwijs'))).toMatchObject({
			code: 'conflict',
			detail: { theirs: { abbreviations: 'PO = Primair Onderwijs' } },
		});
	});

	test.each([
		['GGD', 'Schrijf per regel'],
		['= betekenis', 'Schrijf per regel'],
		['PO = een\nPO = twee', 'PO staat er twee keer'],
		[`${'X'.repeat(41)} = te lang`, 'hoogstens 40 tekens'],
		[`X = ${'y'.repeat(301)}`, 'hoogstens 300 tekens'],
	])('refuses %j with the line that is wrong', (typed, sentence) => {
		expect(refusalOf(() => save(makeWorld(), typed))).toMatchObject({
			code: 'invalid',
			detail: { fields: { abbreviations: expect.stringContaining(sentence) } },
		});
	});
});

test('documents of an adoption explain what they did on its day, whatever the list says later', () => {
	const world = makeWorld();
	const round = world.home.rounds.closed;
	save(world, 'OOGO = het overleg\nOnbekend = staat nergens');
	adoptInWriting(world.as('coordinator'), round, '2020-11-12');
	save(world, 'OOGO = iets anders', 2);
	const report = viewReport(world.as('reader'), round);
	expect(report.abbreviations).toEqual([{ short: 'OOGO', meaning: 'het overleg' }]);
	expect(JSON.stringify(viewMatrix(world.as('reader'), round).blocks)).not.toContain('staat nergens');
});
