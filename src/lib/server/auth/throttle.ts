/** How long to wait after failed sign-ins. Pure: the repo keeps the counts. */

/** An office shares one address, so an address may fail more often than one account. */
export const FREE_FAILURES = { account: 5, address: 30 } as const;
export type ThrottleKind = keyof typeof FREE_FAILURES;

const LONGEST_WAIT_SECONDS = 15 * 60;
/** Failures are forgotten when nobody tried for this long. */
export const FORGET_AFTER_SECONDS = 24 * 60 * 60;

/** Seconds to wait after this many failures in a row; 0 while they are still free. Doubles, up to a quarter of an hour. */
export function waitAfter(failures: number, kind: ThrottleKind): number {
	const beyond = failures - FREE_FAILURES[kind];
	if (beyond < 0) return 0;
	return Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(beyond + 1, 20));
}

/** The key of an address: an IPv6 network of /64 counts as one. */
export function addressKey(address: string): string {
	if (!address.includes(':')) return `address:${address}`;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return `address:${mapped[1]}`;
	return `address:${expandIpv6(address).slice(0, 4).join(':')}`;
}

export function accountKey(email: string): string {
	return `account:${email}`;
}

/** The key of the second step of an account; a right password does not clear it. */
export function codeKey(userId: number): string {
	return `code:${userId}`;
}

function expandIpv6(address: string): string[] {
	const [head = '', tail = ''] = address.toLowerCase().split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail.split(':').filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
	return [...before, ...(address.includes('::') ? zeros : []), ...after].map((group) =>
		group.replace(/^0+(?=.)/, ''),
	);
}
