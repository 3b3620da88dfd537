/** What partners say of one item, in words: beside the joint status, and on the page where one writes it. Pure. */
import { differsFromJoint, isSilent } from '#lib/domain/contribution.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { countsAsAnswer } from '#lib/domain/round.ts';
import { LEVEL_WORD, moment, type LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import type { ContributionList } from './list-contributions.ts';

export interface ContributionLine {
	id: number;
	organisation: string;
	/** Null when only a text was written. */
	level: Level | null;
	narrative: Narrative;
	/** "14 januari 2021 om 10:30". */
	when: string;
	differs: boolean;
}

export interface ContributionsView {
	joint: LevelOrNone;
	lines: ContributionLine[];
	/** Short names of who takes part and said nothing. */
	silent: string[];
	/** Null for who writes for nobody here, or when the round is not open. */
	writeHref: string | null;
	gridHref: string;
}

type Joint = {
	level: Level | null;
	state: Parameters<typeof countsAsAnswer>[0];
	notApplicable: boolean | null;
};

/** Handed in or agreed; the REA itself also sees what still waits for akkoord. */
const isAnswered = (joint: Joint) => countsAsAnswer(joint.state, 'open');

/** The level that the trekker answered with; null while there is no answer, whatever the draft says. */
export function jointLevel(joint: Joint | null): Level | null {
	return joint && isAnswered(joint) ? joint.level : null;
}

/** What the mark of the joint status shows. */
export function jointMark(joint: Joint | null): LevelOrNone {
	const isElsewhere = joint !== null && isAnswered(joint) && joint.notApplicable;
	return isElsewhere ? 'not-applicable' : (jointLevel(joint) ?? 'unanswered');
}

export function contributionsView(list: ContributionList): ContributionsView {
	const { ref, joint, organisations, open } = list;
	const level = jointLevel(joint);
	const spoke = organisations.filter(({ said }) => !isSilent(said));
	const mayWrite = open && organisations.some((one) => one.mayWrite);
	return {
		joint: jointMark(joint),
		lines: spoke.flatMap(({ id, shortName, said }) => {
			if (!said) return [];
			const { updatedAt } = said;
			const narrative = readNarrative(said.narrative);
			const differs = differsFromJoint(said, level);
			return [
				{ id, organisation: shortName, level: said.level, narrative, when: moment(updatedAt), differs },
			];
		}),
		silent: organisations.filter(({ said }) => isSilent(said)).map((one) => one.shortName),
		writeHref: mayWrite ? `/rea/${ref.round}/${ref.item}/bijdrage` : null,
		gridHref: `/rea/${ref.round}/bijdragen`,
	};
}

export interface ContributionFormView {
	/** For whom this person writes; the chosen one is current. */
	choices: { label: string; href: string; current: boolean }[];
	/** Null for who writes for nobody here, and when the round is not open. */
	form: {
		/** Keeps the organisation in the address when the form is refused. */
		action: string;
		organisation: number;
		name: string;
		level: Level | null;
		narrative: string;
		version: number;
	} | null;
	/** Why nothing can be written now; null when it can. */
	closed: string | null;
	/** "Het gezamenlijke niveau is nu oranje." */
	joint: string;
}

/** `chosen` is an organisation as it stands in the address; when it is none to write for, one's own comes first. */
export function contributionFormView(list: ContributionList, chosen: string | null): ContributionFormView {
	const own = list.organisations.filter((one) => one.mayWrite);
	const current = own.find(({ id }) => String(id) === chosen) ?? own.find(({ isOwn }) => isOwn) ?? own[0];
	const word = LEVEL_WORD[jointMark(list.joint)];
	return {
		choices: own.map(({ id, shortName }) => ({
			label: shortName,
			current: id === current?.id,
			href: `/rea/${list.ref.round}/${list.ref.item}/bijdrage?organisatie=${id}`,
		})),
		form:
			current && list.open
				? {
						action: `?/opslaan&organisatie=${current.id}`,
						organisation: current.id,
						name: current.name,
						level: current.said?.level ?? null,
						narrative: current.said?.narrative ?? '',
						version: current.said?.version ?? 0,
					}
				: null,
		closed: closedSentence(list.open, own.length > 0),
		joint: `Het gezamenlijke niveau dat de trekker invult: ${word.toLowerCase()}.`,
	};
}

function closedSentence(open: boolean, writesForSomebody: boolean): string | null {
	if (!writesForSomebody)
		return 'Uw organisatie doet niet mee aan dit agendapunt. Alleen wie meedoet, schrijft een bijdrage.';
	return open
		? null
		: 'Dit peilmoment is niet open. Vraag de coördinator om het te openen als er iets moet veranderen.';
}
