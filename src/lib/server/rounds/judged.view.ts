/** After a judgement: what was done, and which item waits next, so that a person can go on from there. Pure. */
import { itemRef } from '#lib/domain/item-ref.ts';
import type { ProgressRow } from './progress.ts';
import type { ProgressPage } from './view-round.ts';

/** By the name in the address that a judgement leaves behind. */
const DONE = {
	akkoord: (title: string) => `Akkoord met ${title}.`,
	teruggegeven: (title: string) => `Teruggegeven: ${title}.`,
} as const;
const DEEDS = ['akkoord', 'teruggegeven'] as const;

const refOf = (row: ProgressRow) => itemRef(row.themeCode, row.number);

/** "Akkoord met Wachtlijsten. Nog te beoordelen: 4."; null when nothing was just judged. */
export function doneSentence({ progress }: ProgressPage, parameters: URLSearchParams): string | null {
	for (const deed of DEEDS) {
		const row = progress.find((one) => refOf(one) === parameters.get(deed));
		if (!row) continue;
		const left = progress.filter((one) => one.state === 'submitted').length;
		const rest = left === 0 ? 'Er wacht niets meer op akkoord.' : `Nog te beoordelen: ${left}.`;
		return `${DONE[deed](row.shortTitle)} ${rest}`;
	}
	return null;
}

/** The first item after the judged one that waits, or else the first of all that is shown; null when nothing waits. */
export function nextOwed(
	page: ProgressPage,
	shown: readonly ProgressRow[],
	parameters: URLSearchParams,
): string | null {
	const judged = parameters.get('akkoord') ?? parameters.get('teruggegeven');
	const place = page.progress.findIndex((one) => refOf(one) === judged);
	const waits = (row: ProgressRow) =>
		page.judgements.some((one) => one.itemId === row.itemId && one.mayAgree) && shown.includes(row);
	const next = page.progress.slice(place + 1).find(waits) ?? page.progress.find(waits);
	return next ? refOf(next) : null;
}
