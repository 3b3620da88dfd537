/** The mail with which a coordinator asks one organisation for what it still owes; the person sends it themselves. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import { STATUS_STATE_WORD, count, longDate, periodInSentence } from '#lib/text/nl.ts';
import type { ProgressRow } from './progress.ts';
import { daysLeft } from './round.view.ts';

export interface MailDraft {
	/** Opens the person's own mail program with everything filled in. */
	href: string;
	/** Who gets it; empty when the organisation has no adviser yet. */
	addresses: string[];
	subject: string;
	body: string;
	/** Both, to copy. */
	text: string;
}

interface Asked {
	organisation: string;
	addresses: readonly string[];
	rows: readonly ProgressRow[];
	round: { slug: string; period: Period; closesOn: Day };
	today: Day;
	/** The address of this site, without a slash at the end. */
	origin: string;
	sender: string;
}

export function mailDraft({ organisation, addresses, rows, round, today, origin, sender }: Asked): MailDraft {
	const period = periodInSentence(round.period);
	const subject = `Stand van zaken ${period}: nog ${count(rows.length, 'punt', 'punten')} van ${organisation}`;
	const body = [
		'Beste collega,',
		`Voor de stand van zaken over ${period} missen we nog ${rows.length === 1 ? 'dit agendapunt' : 'deze agendapunten'} waar ${organisation} trekker van is:`,
		rows.map(line).join('\n'),
		`Wilt u ${rows.length === 1 ? 'het' : 'ze'} invullen? Dat kan tot en met ${longDate(round.closesOn)} (${lower(daysLeft(round.closesOn, today))}):\n${origin}/rea/${round.slug}`,
		`Met vriendelijke groet,\n${sender}`,
	].join('\n\n');
	const to = addresses.map((one) => encodeURIComponent(one).replace('%40', '@')).join(',');
	const href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
	return { href, addresses: [...addresses], subject, body, text: `${subject}\n\n${body}` };
}

function line({ themeName, number, shortTitle, state }: ProgressRow): string {
	const stand = state ? STATUS_STATE_WORD[state] : 'Nog niet begonnen';
	return `- ${themeName} ${number}: ${shortTitle} (${lower(stand)})`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
