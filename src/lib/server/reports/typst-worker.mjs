/** Runs inside a worker thread: turns one view at a time into a PDF. Started from its source text, so it imports by absolute URL. */
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

const { NodeCompiler } = await import(workerData.compiler);
// Pages come before documents. Only Linux gives a thread a priority of its own; elsewhere this would slow the whole server.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

const fontBlobs = workerData.fonts.map((url) => readFileSync(new URL(url)));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });

/** PDF/UA allows no text without a glyph. One round finds them all; the second is for what a replacement lays bare. */
const ROUNDS_OF_REPLACEMENT = 3;
/** Only what the last report was laid out with is kept: more would cost 15 MB per report and gains nothing. */
const CACHE_AGE = 1;

/** What a template warns about it warns about at once, so only its first document is looked at. */
const checked = new Set();

parentPort.on('message', ({ id, data, timestamp, template = workerData.template }) => {
	try {
		const pdf = Uint8Array.from(printable(template, data, timestamp));
		parentPort.postMessage({ id, pdf }, [pdf.buffer]);
	} catch (error) {
		parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
	}
	compiler.evictCache(CACHE_AGE);
});

function printable(template, data, timestamp, round = 1) {
	try {
		return render(template, data, timestamp);
	} catch (error) {
		const missing = round < ROUNDS_OF_REPLACEMENT ? missingGlyphs(error) : [];
		if (missing.length === 0) throw error;
		return printable(template, withoutGlyphs(data, missing), timestamp, round + 1);
	}
}

/** In one call: a document that JavaScript holds keeps 8 MB until a garbage collection, which this thread hardly ever has. */
function render(template, data, timestamp) {
	const source = { mainFileContent: template, inputs: { data } };
	if (!checked.has(template)) refuseFaults(source);
	checked.add(template);
	try {
		return compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp: timestamp });
	} catch (error) {
		refuseFaults(source);
		throw error;
	}
}

/** Throws what is wrong with the template or its data, an unknown font included. */
function refuseFaults(source) {
	const compiled = compiler.compile(source);
	const fault = compiled.takeError() ?? compiled.takeWarnings();
	if (fault) throw new Error(describe(compiler.fetchDiagnostics(fault)));
}

function describe(diagnostics) {
	return `Typst: ${diagnostics.map(({ message, range }) => `${message} ${JSON.stringify(range)}`).join('; ')}`;
}

/** The characters that the PDF/UA check of Typst says it has no glyph for. */
function missingGlyphs(error) {
	const found = error.message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu);
	return [...found].flatMap(([, text]) => [...unescapeRust(text)]).filter((char) => char > '~' || char < ' ');
}

function unescapeRust(text) {
	return text.replace(/(?<!\\)\\+u\{([0-9a-f]{1,6})\}/gi, (_, hex) =>
		String.fromCodePoint(Number.parseInt(hex, 16)),
	);
}

/** An unprintable character is left out; one that only lacks a glyph is named by its code, so that no text gets lost. */
function withoutGlyphs(data, missing) {
	const unseen = new Set(missing);
	const clean = (text) => Array.from(text, (char) => (unseen.has(char) ? nameOf(char) : char)).join('');
	return JSON.stringify(JSON.parse(data, (_, value) => (typeof value === 'string' ? clean(value) : value)));
}

function nameOf(char) {
	if (/[\p{Cc}\p{Cf}\p{M}]/u.test(char)) return '';
	const code = char.codePointAt(0) ?? 0;
	return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
