/** What failed tries are counted under: an account, an address, the two together, or a browser that is known. Pure. */
import type { CounterKind } from '#lib/domain/sign-in-throttle.ts';

/** The counters of one try, by kind, each under its own key. */
export type TryKeys = Partial<Record<CounterKind, string>>;

/** Of a password that is typed to sign in. `device` is the hash of a browser that is known for this account. */
export function passwordKeys(by: { email: string; address: string; device: string | null }): TryKeys {
	const { email, address, device } = by;
	if (device !== null) return { device: `device:${device}` };
	const place = addressKey(address);
	return { pair: `pair:${email} ${place}`, account: accountKey(email), address: place };
}

/** Of the second step: whoever comes here knew the password, so an address says no more about them. */
export function codeKeys(userId: number, device: string | null): TryKeys {
	return device === null ? { code: `code:${userId}` } : { device: `device-code:${device}` };
}

/** Of proving to be there: whoever asks it is in this session already. */
export function confirmKeys(sessionId: string): TryKeys {
	return { confirm: `confirm:${sessionId}` };
}

export function resetKeys({ email, address }: { email: string; address: string }): TryKeys {
	return { reset: `reset:${email}`, address: `reset-${addressKey(address)}` };
}

/** Counts what a person hears of, and stops nobody. */
export function tallyKey(userId: number, what: 'password' | 'code'): string {
	return `tally:${what}:${userId}`;
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

function expandIpv6(address: string): string[] {
	const [head = '', tail = ''] = address.toLowerCase().split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail.split(':').filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
	return [...before, ...(address.includes('::') ? zeros : []), ...after].map((group) =>
		group.replace(/^0+(?=.)/, ''),
	);
}
