import { describe, expect, test } from 'vitest';
import { accountKey, addressKey, FREE_FAILURES, waitAfter } from './throttle.ts';

describe('the wait after failures', () => {
	test.each([
		[0, 0],
		[4, 0],
		[5, 2],
		[6, 4],
		[7, 8],
		[12, 256],
		[14, 900],
		[1_000_000, 900],
	])('of an account with %i of them is %i seconds', (failures, seconds) => {
		expect(waitAfter(failures, 'account')).toBe(seconds);
	});

	test('of an address starts later, since an office shares one', () => {
		expect(waitAfter(FREE_FAILURES.address - 1, 'address')).toBe(0);
		expect(waitAfter(FREE_FAILURES.address, 'address')).toBe(2);
	});
});

describe('the key of an address', () => {
	test.each([
		['192.0.2.1', 'address:192.0.2.1'],
		['::ffff:192.0.2.1', 'address:192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2'],
		['2001:DB8:0001:2::1', 'address:2001:db8:1:2'],
		['2001:db8::1', 'address:2001:db8:0:0'],
		['::1', 'address:0:0:0:0'],
		['onbekend', 'address:onbekend'],
	])('%s is %s: an IPv6 network counts as one', (address, key) => {
		expect(addressKey(address)).toBe(key);
	});

	test('is never that of an account', () => {
		expect(accountKey('192.0.2.1')).not.toBe(addressKey('192.0.2.1'));
	});
});
