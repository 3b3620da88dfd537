/** Which addresses the server may call for a setting that a person typed: only those on the public internet. */
import { BlockList, isIP } from 'node:net';

const CLOSED = new BlockList();
for (const [network, prefix] of [
	...([
		['0.0.0.0', 8],
		['10.0.0.0', 8],
		['100.64.0.0', 10],
		['127.0.0.0', 8],
		['169.254.0.0', 16],
	] as const),
	...([
		['172.16.0.0', 12],
		['192.0.0.0', 24],
		['192.0.2.0', 24],
		['192.88.99.0', 24],
		['192.168.0.0', 16],
	] as const),
	...([
		['198.18.0.0', 15],
		['198.51.100.0', 24],
		['203.0.113.0', 24],
		['224.0.0.0', 4],
		['240.0.0.0', 4],
	] as const),
] as const)
	CLOSED.addSubnet(network, prefix, 'ipv4');
// Documentation, Teredo and 6to4: the last two carry an IPv4 address of any kind.
for (const [network, prefix] of [
	['2001:db8::', 32],
	['2001::', 32],
	['2002::', 16],
] as const)
	CLOSED.addSubnet(network, prefix, 'ipv6');

/** All of IPv6 that is given out to the internet; mapped IPv4, local and link addresses lie outside of it. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

/** False for anything that is no IP address. */
export function isPublicAddress(address: string): boolean {
	const kind = isIP(address);
	if (kind === 4) return !CLOSED.check(address, 'ipv4');
	return kind === 6 && GLOBAL.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
}

/** 127.0.0.0/8 and ::1. */
export function isLoopbackAddress(address: string): boolean {
	return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
