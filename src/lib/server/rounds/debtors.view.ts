/** Who still owes what in a round, per organisation, the most first. Pure. */
import { count } from '#lib/text/nl.ts';
import { mailDraft, type MailDraft } from './mail-draft.view.ts';
import { isDone, rowHref } from './round.view.ts';
import type { ProgressPage } from './view-round.ts';

export interface Debtor {
	organisation: string;
	/** "3 punten". */
	label: string;
	items: { label: string; href: string }[];
	/** Only for the coordinator: addresses are not for everybody. */
	mail: MailDraft | null;
}

/** `origin` is the address of this site. */
export function debtorsOf(
	{ progress, round, people, may, today, sender }: ProgressPage,
	origin: string,
): Debtor[] {
	const owing = progress.filter((row) => !isDone(row.state));
	return [...Map.groupBy(owing, (row) => row.leadId)]
		.map(([leadId, rows]) => {
			const organisation = rows[0]?.leadName ?? 'Geen trekker';
			const addresses = people
				.filter((one) => one.role === 'adviser' && one.organisationId === leadId)
				.map((one) => one.email);
			return {
				organisation,
				label: count(rows.length, 'punt', 'punten'),
				items: rows.map((row) => ({
					label: `${row.themeName} ${row.number}`,
					href: rowHref(round.slug, row),
				})),
				mail: may.decide ? mailDraft({ organisation, addresses, rows, round, today, origin, sender }) : null,
			};
		})
		.sort((a, b) => b.items.length - a.items.length || a.organisation.localeCompare(b.organisation, 'nl'));
}
