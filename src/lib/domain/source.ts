/** What a status is based on: which links are taken, and who sees a source (product rule 7: with the status itself). */
import type { Sight } from './access.ts';
import { countsAsAnswer, isRoundVisible } from './round.ts';
import type { RoundState, StatusState } from './workflow.ts';

/** More than this nobody reads; taken away ones do not count. */
export const MOST_SOURCES = 20;

const LONGEST_LINK = 2000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The whole address of a web page as typed, with https in front when it was left out; null for anything else. A name
 * and password inside an address are refused: they serve to make one site look like another.
 */
export function parseLink(typed: string): string | null {
	const text = typed.trim();
	if (text === '' || text.length > LONGEST_LINK || /[\s\p{C}]/u.test(text)) return null;
	const address = SCHEME.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
	const url = new URL(address);
	const isWhole = url.hostname.includes('.') && !url.hostname.startsWith('.');
	return isWhole && url.username === '' && url.password === '' ? url.href : null;
}

/** "www.rijksoverheid.nl": what is shown beside a link, so that its title cannot hide where it leads. */
export function hostOf(url: string): string {
	return new URL(url).host;
}

/** Whoever sees the status sees what it is based on: the REA always, others once it is an answer in a round they see. */
export function isSourceVisible(sight: Sight, round: RoundState, status: StatusState | null): boolean {
	if (!isRoundVisible(round, sight)) return false;
	return sight === 'drafts' || (status !== null && countsAsAnswer(status, round));
}
