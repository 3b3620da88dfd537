/** The question before an adoption is taken back, and the list of those that were. Pure. */
import { dayOf } from '#lib/domain/day.ts';
import { count, longDate, periodInSentence, roundTitle } from '#lib/text/nl.ts';
import type { Withdrawal } from './withdraw-adoption.ts';
import type { WithdrawnLine } from './withdrawal.repo.ts';

export interface WithdrawalView {
	slug: string;
	title: string;
	/** "kwartaal 3 van 2020". */
	period: string;
	adopted: string;
	seen: string;
	/** Why it can no longer be taken back; null when it can. */
	why: string | null;
	/** What this person took away, who then has to tell whoever got it; null when nothing. */
	taken: string | null;
}

export function withdrawalView({
	slug,
	period,
	adoptedOn,
	forum,
	hash,
	why,
	acted,
}: Withdrawal): WithdrawalView {
	const { takenByThisPerson } = acted;
	const times = count(takenByThisPerson, 'document', 'documenten');
	return {
		slug,
		title: roundTitle(period),
		period: periodInSentence(period),
		adopted: `Vastgesteld door het ${forum} op ${longDate(adoptedOn)}, controlecode ${hash.slice(0, 12)}.`,
		seen: hash,
		why,
		taken:
			takenByThisPerson === 0
				? null
				: `U hebt zelf al ${times} van deze vaststelling meegenomen. Hebt u die doorgestuurd, vertel de ontvangers dan dat de vaststelling is ingetrokken.`,
	};
}

export interface WithdrawnView {
	/** Unique in the list. */
	key: string;
	title: string;
	agenda: string;
	adopted: string;
	withdrawn: string;
	reason: string;
	hash: string;
}

export function withdrawnViews(withdrawn: readonly WithdrawnLine[]): WithdrawnView[] {
	return withdrawn.map(
		({ period, roundSlug, adoptedOn, forum, hash, reason, by, at, agendaTitle, regionName }) => ({
			key: `${roundSlug} ${at.getTime()}`,
			title: roundTitle(period),
			agenda: `${regionName}, ${agendaTitle}`,
			adopted: `Was vastgesteld door het ${forum} op ${longDate(adoptedOn)}`,
			withdrawn: `Ingetrokken op ${longDate(dayOf(at))} door ${by}`,
			reason,
			hash,
		}),
	);
}
