/** Adopting as a person would: first look at what goes in, then say from which meeting, or in writing. */
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { prepareAdoption } from '#lib/server/adoption/prepare-adoption.ts';
import type { Context } from '#lib/server/use-case.ts';

/** What the form of the page posts for this round, with the version and the content as they are now. */
export function seenForm(context: Context, round: string) {
	const { round: row, seen } = prepareAdoption(context, { round });
	return { round, version: row.version, seen };
}

/** From the newest meeting that was held, with all others, unless `choice` says otherwise. */
export function adoptFrom(context: Context, round: string, choice: Record<string, unknown> = {}) {
	const { meetings, today } = prepareAdoption(context, { round });
	const held = meetings.filter((one) => one.heldOn <= today).map((one) => one.slug);
	return adoptRound(context, {
		...seenForm(context, round),
		meeting: held.at(-1) ?? '',
		along: held,
		...choice,
	});
}

/** On a day of its own, because nobody met. */
export function adoptInWriting(context: Context, round: string, adoptedOn: string) {
	return adoptRound(context, {
		...seenForm(context, round),
		meeting: '',
		adoptedOn,
		reason: 'Er was geen vergadering nodig.',
	});
}
