/** The abbreviations that documents of a region explain: the whole list at once, since it is short. */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import { SetAbbreviationsInput } from '#lib/input/agenda-editing.ts';
import { listAbbreviations } from '../db/abbreviations.ts';
import { command } from '../use-case.ts';
import { findRegionSubject, replaceAbbreviations } from './agenda-editing.repo.ts';
import { refuseStale } from './edit-rules.ts';

export const setAbbreviations = command({
	name: 'region.set-abbreviations',
	permission: 'agenda.manage',
	input: SetAbbreviationsInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, record, nothingChanged }, { version, abbreviations }, subject) {
		const { region } = subject;
		const before = abbreviationLines(listAbbreviations(db, region.id));
		refuseStale(region, version, { abbreviations: before });
		const after = abbreviationLines(abbreviations);
		if (before === after) return nothingChanged();
		replaceAbbreviations(db, subject, abbreviations);
		record({
			entity: 'region',
			entityId: region.id,
			before: { abbreviations: before },
			after: { abbreviations: after },
		});
	},
});

/** As they are typed: "GGD = Gemeentelijke Gezondheidsdienst", in the order of their letters. */
export function abbreviationLines(abbreviations: readonly Abbreviation[]): string {
	return abbreviations
		.map(({ short, meaning }) => `${short} = ${meaning}`)
		.sort()
		.join('\n');
}
