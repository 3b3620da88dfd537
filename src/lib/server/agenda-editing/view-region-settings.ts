/** What a region calls things and how it reminds people: what holds for all its agendas. */
import { may } from '#lib/domain/access.ts';
import { RegionRef } from '#lib/input/organisations.ts';
import { listAbbreviations } from '../db/abbreviations.ts';
import { query } from '../use-case.ts';
import { findRegionSubject } from './agenda-editing.repo.ts';
import { abbreviationLines } from './set-abbreviations.ts';

export const viewRegionSettings = query({
	name: 'region.settings',
	permission: 'agenda.manage',
	input: RegionRef,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, actor }, _input, { region, scope }) {
		const { slug, name, version, officialForum, boardForum, reminderDays } = region;
		return {
			region: { slug, name, version, officialForum, boardForum },
			reminderDays: String(reminderDays),
			/** One a line. */
			abbreviations: abbreviationLines(listAbbreviations(db, region.id)),
			/** A coordinator sees no people, services or log. */
			mayManageRegion: may(actor, 'region.manage', scope),
		};
	},
});

export type RegionSettings = ReturnType<typeof viewRegionSettings>;
