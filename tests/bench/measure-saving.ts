/** Saving: 8 people at once, and what the overview does while somebody saves. */
import { measureInTurns } from './load.ts';
import { overview, statusForms } from './place.ts';
import type { Places } from './places.ts';
import { keepSaving, measureSaves } from './save.ts';
import type { Row } from './table.ts';

const LONGEST_SAVE_MS = 50;

export async function measureSaving({ empty, one, many }: Places): Promise<Row[]> {
	const loads = {
		'1 regio': await measureSaves(statusForms(one)),
		'150 regio’s': await measureSaves(statusForms(many)),
	};
	const rows = Object.entries(loads).map(([name, load]) => ({
		name: `Status opslaan, 8 tegelijk, ${name}`,
		...load,
		aims: [{ text: 'p99 onder 50 ms', reached: load.p99 < LONGEST_SAVE_MS }],
	}));
	let done = false;
	const saving = keepSaving(statusForms(one)[0], () => done);
	const busy = await measureInTurns({ empty, overview: overview(one) }, { turns: 3 });
	done = true;
	const ratio = busy.overview.rate / busy.empty.rate;
	const remark = `${await saving} keer opgeslagen; elke keer vergeet de server wat hij onthield`;
	return [...rows, { name: 'Overzicht, terwijl iemand opslaat', ...busy.overview, ratio, remark }];
}
