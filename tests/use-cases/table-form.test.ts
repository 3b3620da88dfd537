import { expect, test } from 'vitest';
import { checkTableForm, importTableForm } from '#lib/server/imports/table-form.ts';
import { makeWorld } from '../support/world.ts';

const PASTED = 'Nr\tAgendapunt\tStatus\tOorzaak\n1\tPeuters in beeld\tgroen\tTe weinig plek\n';
const AGENDA = {
	title: 'Agenda 2026-2029',
	startYear: '2026',
	endYear: '2029',
	cadence: 'quarter',
	period: '',
};

test('a pasted table that was changed after the check is shown before it is imported', async () => {
	const world = makeWorld();
	const context = world.as('coordinator');
	const checked = await checkTableForm(context, { region: world.home.region, pasted: PASTED });
	expect(checked.preview.themes[0]?.items[0]?.reasons).toEqual([
		{ label: 'Oorzaak', text: 'Te weinig plek' },
	]);
	const columns = Object.fromEntries(
		checked.preview.layouts.flatMap(({ columns: all }) => all.map(({ name, chosen }) => [name, chosen])),
	);
	const fields = { ...checked.values, ...columns, ...AGENDA };
	const changed = await importTableForm(context, { ...fields, pasted: PASTED.replace('groen', 'rood') });
	expect(changed).toMatchObject({
		refused: {
			message:
				'U hebt de tabel, een kolom of het peilmoment gewijzigd. Kijk hieronder wat het wordt en importeer daarna.',
			preview: { themes: [{ items: [{ level: 'rood' }] }] },
		},
	});
	// A browser sends the ends of lines in its own way; that is no change.
	const same = await importTableForm(context, { ...fields, pasted: PASTED.replaceAll('\n', '\r\n') });
	expect(same).toHaveProperty('done');
});
