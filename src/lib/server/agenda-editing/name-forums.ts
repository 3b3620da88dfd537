/** What a region calls its officials' meeting and its board meeting. */
import { NameForumsInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findRegionSubject, updateRegion } from './agenda-editing.repo.ts';
import { differenceOf, refuseStale } from './edit-rules.ts';

export const nameForums = command({
	name: 'region.name-forums',
	permission: 'agenda.manage',
	input: NameForumsInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, record, nothingChanged }, { version, officialForum, boardForum }, subject) {
		const { region } = subject;
		const theirs = { officialForum: region.officialForum, boardForum: region.boardForum };
		refuseStale(region, version, theirs);
		const after = { officialForum, boardForum };
		const difference = differenceOf(theirs, after, '');
		if (!difference) return nothingChanged();
		updateRegion(db, subject, after);
		record({ entity: 'region', entityId: region.id, ...difference });
	},
});
