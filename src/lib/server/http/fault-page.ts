/**
 * The page for when not even a page can be made: plain HTML that needs nothing but itself. Holds what was typed, and sends
 * it once more to where it was going. Pure.
 */

/** May send its form to this site, and do nothing else. */
export const FAULT_POLICY =
	"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export interface FaultFacts {
	/** 503 when the database fails, 500 for what nobody foresaw. */
	status: 500 | 503;
	sentence: string;
	/** The number of the request, as in the log. */
	id: string;
	/** What was sent along; null when nothing was. */
	typed: FormData | null;
	/** Path on this site that the form was sent to. */
	action: string;
}

/** Never sent back, so that they do not stand in a page. */
const SECRET = /password|wachtwoord|secret|^repeated$/i;
/** From here on somebody would mind typing it again. */
const WORTH_SHOWING = 20;
const LABEL: Record<string, string> = {
	narrative: 'Stand van zaken',
	cause: 'Oorzaak',
	consequence: 'Gevolg',
	correction: 'Bijsturing',
	success: 'Wat goed ging',
	lesson: 'Wat wij leerden',
	note: 'Toelichting',
	title: 'Titel',
};

const TITLE = {
	500: 'Er ging iets mis bij ons',
	503: 'De Samenwerkingsagenda is even niet bereikbaar',
} as const;

export function faultPage({ status, sentence, id, typed, action }: FaultFacts): string {
	const form = typed === null ? '' : formOf(typed, action);
	const next =
		form === ''
			? 'Probeer het over een paar minuten opnieuw. Wat u al had opgeslagen, is bewaard.'
			: 'Wat u verstuurde is niet opgeslagen, maar het staat hieronder nog. Wacht een halve minuut en verstuur het dan opnieuw. Sluit deze pagina niet.';
	return `<!doctype html>
<html lang="nl">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>${TITLE[status]} – Samenwerkingsagenda</title>
		<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
		<link rel="stylesheet" href="/fout.css" />
	</head>
	<body>
		<p class="brand"><img src="/favicon.svg" width="28" height="28" alt="" /> Samenwerkingsagenda</p>
		<main>
			<h1>${TITLE[status]}</h1>
			<p>${escape(sentence)}</p>
			<p>${next}</p>
			${form}
			<p>Duurt het langer? Noem dan dit nummer aan de beheerder: <strong>${escape(id)}</strong>.</p>
			<p><a href="/">Naar het begin</a></p>
			<p class="code">Foutcode ${status}</p>
		</main>
	</body>
</html>
`;
}

function formOf(typed: FormData, action: string): string {
	const fields = [...typed].filter(([name]) => !SECRET.test(name));
	if (fields.length === 0) return '';
	const hasFile = fields.some(([, value]) => typeof value !== 'string');
	const parts = fields.map(([name, value], index) => fieldOf(name, value, index));
	return `<form method="post" action="${escape(action)}"${hasFile ? ' enctype="multipart/form-data"' : ''}>
				${parts.join('\n\t\t\t\t')}
				<p><button>Opnieuw versturen</button></p>
			</form>`;
}

function fieldOf(name: string, value: FormDataEntryValue, index: number): string {
	const [id, safe] = [`veld-${index}`, escape(name)];
	if (typeof value !== 'string')
		return `<p><label for="${id}">Kies het bestand opnieuw</label> <input type="file" id="${id}" name="${safe}" /></p>`;
	if (value.length < WORTH_SHOWING) return `<input type="hidden" name="${safe}" value="${escape(value)}" />`;
	const rows = Math.min(12, Math.ceil(value.length / 70) + value.split('\n').length);
	// The first line end in a text field does not count.
	return `<p><label for="${id}">${LABEL[name] ?? 'Uw tekst'}</label><textarea id="${id}" name="${safe}" rows="${rows}">\n${escape(value)}</textarea></p>`;
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
