/** Whether an unsafe request comes from our own pages. Pure, and strict: no Origin header is a refusal. */

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** In the demo every name of this computer is the same site. */
export function isOwnOrigin(
	method: string,
	header: string | null,
	own: { origin: string; demo: boolean },
): boolean {
	if (SAFE_METHODS.includes(method)) return true;
	if (header === null) return false;
	return header === own.origin || (own.demo && isSameLoopback(header, own.origin));
}

function isSameLoopback(one: string, other: string): boolean {
	if (!URL.canParse(one) || !URL.canParse(other)) return false;
	const [a, b] = [new URL(one), new URL(other)];
	return (
		a.protocol === b.protocol &&
		a.port === b.port &&
		LOOPBACK.includes(a.hostname) &&
		LOOPBACK.includes(b.hostname)
	);
}
