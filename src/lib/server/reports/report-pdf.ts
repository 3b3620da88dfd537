/** Makes the PDF of a report: tagged (PDF/UA-1), the same bytes for the same view, in a thread of its own. */
import { Worker } from 'node:worker_threads';
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
}

const print = workerQueue<PrintJob>(() => typstWorker([marks, parts, report].join('\n')));

/** Rejects when the template, a font or the data does not allow a complete PDF/UA-1 file. */
export function toPdf(view: ReportView): Promise<Uint8Array> {
	return print({
		data: JSON.stringify(view, (_, value: unknown) =>
			typeof value === 'string' ? value.toWellFormed() : value,
		),
		timestamp: Date.parse(`${view.adoptedOn}T12:00:00Z`) / 1000,
	});
}
