import { describe, expect, test } from 'vitest';
import { accountKey, addressKey, codeKeys, passwordKeys } from './throttle.ts';

const BY = { email: 'iemand@voorbeeld.example', address: '192.0.2.1' };

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

describe('the keys of a try', () => {
	test('by an unknown browser are of the two together, the account and the address', () => {
		expect(passwordKeys({ ...BY, device: null })).toEqual({
			pair: 'pair:iemand@voorbeeld.example address:192.0.2.1',
			account: 'account:iemand@voorbeeld.example',
			address: 'address:192.0.2.1',
		});
	});

	test('by a known browser are its own, and another one for the code', () => {
		expect(passwordKeys({ ...BY, device: 'abc' })).toEqual({ device: 'device:abc' });
		expect(codeKeys(7, 'abc')).toEqual({ device: 'device-code:abc' });
		expect(codeKeys(7, null)).toEqual({ code: 'code:7' });
	});
});
