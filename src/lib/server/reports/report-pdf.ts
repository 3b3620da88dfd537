/** Makes the PDF of a report or another document: tagged (PDF/UA-1), the same bytes for the same data, in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Day } from '#lib/domain/day.ts';
import type { TextDocument } from '../documents/document-model.ts';
import documentTemplate from './document.typ?raw';
import type { ReportView } from './report-model.ts';
import marks from './report-marks.typ?raw';
import parts from './report-parts.typ?raw';
import report from './report.typ?raw';
import workerSource from './typst-worker.mjs?raw';
import { workerQueue } from './worker-queue.ts';

/** Addresses are resolved here, because a worker that starts from its source text has no place to resolve from. */
export function typstWorker(template: string): Worker {
	return new Worker(workerSource, {
		eval: true,
		workerData: {
			template,
			compiler: import.meta.resolve('@myriaddreamin/typst-ts-node-compiler'),
			fonts: [
				import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
				import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
			],
		},
	});
}

export interface PrintJob {
	/** JSON, read by the template as `sys.inputs.data`. */
	data: string;
	/** Creation date of the file, in seconds. */
	timestamp: number;
	/** Source of the template; that of the worker when left out. */
	template?: string;
}

const print = workerQueue<PrintJob>(() => typstWorker([marks, parts, report].join('\n')));

/** How many documents are being made or wait for their turn. */
export function countPrintJobs(): number {
	return print.count();
}

/** Rejects when the template, a font or the data does not allow a complete PDF/UA-1 file. */
export function toPdf(view: ReportView): Promise<Uint8Array> {
	return print(jobOf(view, view.adoptedOn));
}

/** As `toPdf`, for a document of headings, paragraphs and tables. */
export function documentToPdf(document: TextDocument): Promise<Uint8Array> {
	return print({ ...jobOf(document, document.date), template: DOCUMENT_TEMPLATE });
}

const DOCUMENT_TEMPLATE = [marks, documentTemplate].join('\n');

function jobOf(data: object, day: Day): PrintJob {
	return {
		data: JSON.stringify(data, (_, value: unknown) =>
			typeof value === 'string' ? value.toWellFormed() : value,
		),
		timestamp: Date.parse(`${day}T12:00:00Z`) / 1000,
	};
}
