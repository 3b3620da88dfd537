/** PDFs, warm: each time another report and the same one again, alone and while others look at the overview. */
import { measureDocuments } from './documents.ts';
import { measureInTurns, sizeOf, type Load } from './load.ts';
import { documents, newestDocument, overview } from './place.ts';
import type { Places } from './places.ts';
import type { Row } from './table.ts';

/** Requests per second while documents are made: more than a region ever asks, without filling the processor. */
const STEADY = { rate: 100, turns: 3 };
const LONGEST_PDF_MS = 100;
const SAME_TIMES = 15;

export async function measureReports({ one }: Places): Promise<Row[]> {
	const reports = documents(one, '/rapport.pdf');
	const newest = newestDocument(one, '/rapport.pdf');
	const alone = await measureDocuments(reports, () => true);
	const same = await measureDocuments(
		Array.from({ length: SAME_TIMES }, () => newest),
		() => true,
	);
	const before = await measureInTurns({ overview: overview(one) }, STEADY);
	let done = false;
	const making = measureDocuments(reports, () => done);
	const during = await measureInTurns({ overview: overview(one) }, STEADY);
	done = true;
	const busy = await making;
	const aims = (load: Load) => [{ text: 'p50 onder 100 ms', reached: load.p50 < LONGEST_PDF_MS }];
	const { bytes } = await sizeOf(newest);
	return [
		{ name: 'Rapport als PDF, steeds een ander', ...alone, bytes, aims: aims(alone) },
		{ name: 'Rapport als PDF, steeds hetzelfde', ...same, bytes, aims: aims(same) },
		{ name: 'PDF’s, terwijl het overzicht wordt bekeken', ...busy, aims: aims(busy) },
		{ name: `Overzicht, ${STEADY.rate} per s`, ...before.overview },
		{ name: `Overzicht, ${STEADY.rate} per s, terwijl PDF’s worden gemaakt`, ...during.overview },
	];
}
