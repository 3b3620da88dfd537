/** The form of every mail, as text and as HTML. Pure: no picture, no script, nothing that tells us whether it was read. */
import type { Letter } from './letter.ts';

export interface RenderedMail {
	subject: string;
	text: string;
	html: string;
}

export function renderMail(letter: Letter): RenderedMail {
	const subject = oneLine(letter.subject);
	return { subject, text: textOf(letter), html: htmlOf(letter, subject) };
}

/** What goes into a header or one line: no line ends or other control characters, so nothing can be added to the mail. */
export function oneLine(text: string): string {
	return text
		.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
		.replaceAll(/ {2,}/g, ' ')
		.trim();
}

const SIGN_IN = 'U logt eerst in.';

function textOf({ name, paragraphs, items, link, reason, preferencesHref, region }: Letter): string {
	const blocks = [
		`Beste ${oneLine(name)},`,
		...paragraphs.map(oneLine),
		...(items.length > 0 ? [items.map((item) => `- ${oneLine(item)}`).join('\n')] : []),
		`${link.label}:\n${link.href}${preferencesHref ? `\n(${SIGN_IN})` : ''}`,
		`--\n${[reason, ...(preferencesHref ? [`Kies zelf welke mails u krijgt: ${preferencesHref}`] : [])].join('\n')}\n${signature(region)}`,
	];
	return `${blocks.join('\n\n')}\n`;
}

/** Without a region for who belongs to none. */
function signature(region: string): string {
	return oneLine(`Samenwerkingsagenda ${region}`);
}

const FONT = "font-family:'Noto Sans',Verdana,Arial,sans-serif";
const BODY = `margin:0;padding:0;background-color:#f3f3f3;color:#1a1a1a;${FONT};font-size:16px;line-height:1.5`;
const SHEET = 'max-width:36rem;margin:0 auto;padding:1.5rem;background-color:#ffffff;color:#1a1a1a';
const HEADING = 'font-size:1.25rem;line-height:1.3;margin:0 0 1rem';
const BUTTON =
	'display:inline-block;padding:0.625rem 1.125rem;background-color:#1d3f72;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px';
const FOOT =
	'margin:1.5rem 0 0;padding-top:1rem;border-top:1px solid #c4c4c4;font-size:0.875rem;color:#4a4a4a';
const LINK = 'color:#1d3f72';

function htmlOf(letter: Letter, subject: string): string {
	const { name, paragraphs, items, link, reason, preferencesHref, region } = letter;
	const list = items.map((item) => `<li>${escapeHtml(oneLine(item))}</li>`).join('');
	return [
		'<!doctype html>',
		`<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>`,
		`<body style="${BODY}"><main style="${SHEET}">`,
		`<h1 style="${HEADING}">${escapeHtml(subject)}</h1>`,
		`<p>Beste ${escapeHtml(oneLine(name))},</p>`,
		...paragraphs.map((paragraph) => `<p>${escapeHtml(oneLine(paragraph))}</p>`),
		...(items.length > 0 ? [`<ul>${list}</ul>`] : []),
		`<p><a href="${escapeHtml(link.href)}" style="${BUTTON}">${escapeHtml(link.label)}</a></p>`,
		...(preferencesHref ? [`<p>${SIGN_IN}</p>`] : []),
		`<p style="${FOOT}">${escapeHtml(reason)}<br>`,
		...(preferencesHref
			? [`<a href="${escapeHtml(preferencesHref)}" style="${LINK}">Kies zelf welke mails u krijgt</a><br>`]
			: []),
		`${escapeHtml(signature(region))}</p>`,
		'</main></body></html>',
		'',
	].join('\n');
}

const ESCAPED: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? '');
}
