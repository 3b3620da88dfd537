/** A file to keep: the name is ours, so that nothing a person typed ends up in a header. */

/** `name` holds lower case letters, digits, hyphens and one dot; anything else becomes a hyphen. */
export function download(content: string | Uint8Array, name: string, type: string): Response {
	const safe = name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
	const body = typeof content === 'string' ? content : new Uint8Array(content);
	return new Response(body, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${safe}"` },
	});
}
