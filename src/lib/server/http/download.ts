/** A file to keep, never to show: what a person typed is only in its name, and only in a form that cannot break a header. */

/** `name` holds lower case letters, digits, hyphens and one dot; anything else becomes a hyphen. */
export function download(content: string | Uint8Array, name: string, type: string): Response {
	const safe = name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
	const body = typeof content === 'string' ? content : new Uint8Array(content);
	return new Response(body, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${safe}"` },
	});
}

/**
 * A file that somebody uploaded, under its own name: in plain letters, and whole in the way of RFC 6266. Even a browser
 * that would show it may run nothing in it.
 */
export function downloadUpload(content: Uint8Array, name: string, type: string): Response {
	const response = download(content, name, type);
	const { headers } = response;
	const plain = headers.get('content-disposition') ?? 'attachment';
	headers.set('content-disposition', `${plain}; filename*=UTF-8''${encodeName(name)}`);
	headers.set(
		'content-security-policy',
		"default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'",
	);
	headers.set('content-length', String(content.byteLength));
	return response;
}

/** As RFC 8187 wants it: more characters are written in percents than in an address. */
function encodeName(name: string): string {
	const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
	return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, percent);
}

/** The same for a file that is too long to hold whole. */
export function downloadStream(content: ReadableStream<Uint8Array>, name: string, type: string): Response {
	const { headers } = download('', name, type);
	return new Response(content, { headers });
}
