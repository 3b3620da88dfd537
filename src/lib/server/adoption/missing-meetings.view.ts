/** The meetings that an adoption misses, as the page of a correctie offers them. Pure. */
import { STANCE_WORD, recordedWords } from '#lib/text/meeting.ts';
import { listing, longDate } from '#lib/text/nl.ts';
import { firstLine } from '../agenda/wording.view.ts';
import type { MissingMeeting } from './add-meeting.ts';
import type { Snapshot } from './snapshot.ts';

export interface MissingMeetingView {
	slug: string;
	href: string;
	/** "OOGO van 13 januari 2021". */
	title: string;
	recorded: string;
	present: string;
	/** "Besluit: …" and "Gemeente Bee: Voorbehoud. …". */
	lines: string[];
	/** The code over what is shown. */
	seen: string;
}

export function missingMeetingViews(
	{ forum }: Pick<Snapshot, 'forum'>,
	missing: readonly MissingMeeting[],
): MissingMeetingView[] {
	return missing.map(({ meeting, hash }) => {
		const { slug, heldOn, participants, decisions, accords } = meeting;
		const present = participants.filter((one) => one.present).map((one) => one.organisation.shortName);
		return {
			slug,
			href: `/oogo/${slug}`,
			title: `${forum} van ${longDate(heldOn)}`,
			recorded: recordedWords(meeting),
			present: present.length === 0 ? '' : `Aanwezig: ${listing(present)}.`,
			lines: [
				...decisions.map((one) => `Besluit: ${firstLine(one.text)}`),
				...accords.map(({ organisation, stance, text }) =>
					[`${organisation.shortName}: ${STANCE_WORD[stance]}.`, firstLine(text)].filter(Boolean).join(' '),
				),
			],
			seen: hash,
		};
	});
}
