/** The page on which a round is adopted: from which meeting, what goes in, what is missing, and what stays out. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { silentAt, unansweredIn, wasHeld, hasRecorded } from '#lib/domain/meetings-to-adopt.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { recordedWords, STANCE_WORD, STANDING_WORD, twoLevelsSentence } from '#lib/text/meeting.ts';
import { levelInSentence, listing, longDate, periodInSentence, roundTitle } from '#lib/text/nl.ts';
import { firstLine, lastKnownSentence } from '../agenda/wording.view.ts';
import type { AdoptionPreparation } from './prepare-adoption.ts';

export interface HeldMeeting {
	slug: string;
	href: string;
	/** "OOGO van 13 januari 2021". */
	title: string;
	/** "2 besluiten en 1 standpunt". */
	recorded: string;
	/** Set while it was not closed: more can still be recorded until the adoption, and nothing after it. */
	stillOpen: string | null;
	presence: string[];
	decisions: { about: string; text: string; who: string }[];
	accords: { who: string; stance: string; about: string; text: string }[];
	/** "Nog geen standpunt over het geheel: Gemeente Bee." Null when everybody spoke. */
	silent: string | null;
}

export interface AdoptView {
	slug: string;
	title: string;
	agenda: { title: string; href: string };
	/** "kwartaal 3 van 2020". */
	period: string;
	forum: string;
	version: number;
	seen: string;
	today: Day;
	/** Why it cannot be adopted now; null when it can. `href` leads to where that changes. */
	blocked: { sentence: string; href: string; label: string } | null;
	/** Newest first. */
	meetings: HeldMeeting[];
	/** The slug of the meeting that is chosen beforehand; empty when there is none. */
	chosen: string;
	/** Of meetings whose day has not come: "OOGO van 20 januari 2021: 1 besluit". */
	ahead: string[];
	planHref: string;
	levels: { title: string; sentence: string }[];
	unanswered: { title: string; href: string; lastKnown: string }[];
}

/** `asked` is the slug of a meeting in the address; anything else counts as the newest. */
export function adoptView(page: AdoptionPreparation, asked: string | null): AdoptView {
	const { round, agendaSlug, agendaTitle, boardForum, facts, today } = page;
	const meetings = page.meetings
		.filter((one) => wasHeld(one, today))
		.map((one) => heldMeeting(one, page))
		.reverse();
	return {
		slug: round.slug,
		title: roundTitle(round.period),
		agenda: { title: agendaTitle, href: `/agenda/${agendaSlug}` },
		period: periodInSentence(round.period),
		forum: boardForum,
		version: round.version,
		seen: page.seen,
		today,
		blocked: blockedBy(page),
		meetings,
		chosen: (meetings.find((one) => one.slug === asked) ?? meetings[0])?.slug ?? '',
		ahead: page.meetings
			.filter((one) => !wasHeld(one, today) && hasRecorded(one, round.period))
			.map((one) => `${boardForum} van ${longDate(one.heldOn)}: ${recordedWords(one)}`),
		planHref: `/vergaderingen/nieuw?agenda=${agendaSlug}&overleg=bestuurlijk`,
		levels: levelsOf(page),
		unanswered: unansweredIn(facts, round.period).map(({ item, answer }) => ({
			title: titleOf(facts, item.ref),
			href: `/rea/${round.slug}/${item.ref}`,
			lastKnown: lastKnownSentence(answer),
		})),
	};
}

function blockedBy({ round, whyNotYet }: AdoptionPreparation): AdoptView['blocked'] {
	if (round.state === 'adopted') {
		return {
			sentence: 'Dit peilmoment is al vastgesteld.',
			href: `/rapporten/${round.slug}`,
			label: 'Naar het rapport',
		};
	}
	const progress = { href: `/rea/${round.slug}/voortgang`, label: 'Naar de voortgang' };
	if (round.state !== 'closed')
		return { sentence: 'Dit peilmoment is nog niet gesloten. Sluit het eerst.', ...progress };
	return whyNotYet === null ? null : { sentence: whyNotYet, ...progress };
}

type Known = AdoptionPreparation['meetings'][number];

function heldMeeting(meeting: Known, { facts, boardForum, round }: AdoptionPreparation): HeldMeeting {
	const { slug, heldOn, state, decisions, accords } = meeting;
	const levels = meeting.levels.filter((one) => one.period === round.period);
	const silent = silentAt(meeting);
	return {
		slug,
		href: `/oogo/${slug}`,
		title: `${boardForum} van ${longDate(heldOn)}`,
		recorded: recordedWords({ ...meeting, levels }),
		stillOpen:
			state === 'done'
				? null
				: 'Deze vergadering is nog niet gesloten. Na de vaststelling verandert er niets meer aan aanwezigheid, standpunten en besluiten.',
		presence: presenceOf(meeting),
		decisions: decisions.map((one) => ({
			about: titleOf(facts, one.item),
			text: firstLine(one.text),
			who: [
				one.organisation?.shortName ?? 'Alle deelnemers',
				one.dueOn === null ? '' : `uiterlijk ${longDate(one.dueOn)}`,
			]
				.filter(Boolean)
				.join(', '),
		})),
		accords: accords.map((one) => ({
			who: one.organisation.shortName,
			stance: STANCE_WORD[one.stance],
			about: titleOf(facts, one.item),
			text: firstLine(one.text),
		})),
		silent:
			silent.length === 0
				? null
				: `Nog geen standpunt over het geheel: ${listing(silent.map((one) => one.shortName))}.`,
	};
}

/** "Aanwezig, stemhebbend (6): ..." per way of taking part, and who was not there. */
function presenceOf({ participants }: Known): string[] {
	const names = (rows: Known['participants']) =>
		`(${rows.length}): ${listing(rows.map((one) => one.organisation.shortName))}.`;
	const present = Map.groupBy(
		participants.filter((one) => one.present),
		(one) => one.standing,
	);
	const absent = participants.filter((one) => !one.present);
	return [
		...[...present].map(
			([standing, rows]) => `Aanwezig, ${STANDING_WORD[standing].toLowerCase()} ${names(rows)}`,
		),
		absent.length > 0 ? `Afwezig ${names(absent)}` : 'Niemand is als afwezig genoteerd.',
	];
}

/** Those of the board beside those of the officials, as the facts would be adopted. */
function levelsOf({ facts, round, boardForum, officialForum }: AdoptionPreparation): AdoptView['levels'] {
	return itemsOf(facts.themes).flatMap(({ ref, statuses }) => {
		const status = statuses.find((one) => one.period === round.period);
		if (!status?.judged) return [];
		const levels = {
			official: levelInSentence(status.judged.official),
			board: levelInSentence(status.level),
			reason: status.judged.reason,
		};
		return [
			{ title: titleOf(facts, ref), sentence: twoLevelsSentence(levels, { boardForum, officialForum }) },
		];
	});
}

function titleOf({ themes }: AgendaFacts, ref: string | null): string {
	for (const theme of themes) {
		const item = theme.items.find((one) => one.ref === ref);
		if (item) return `${theme.name} ${item.number}: ${item.shortTitle}`;
	}
	return ref ?? 'Het geheel';
}
