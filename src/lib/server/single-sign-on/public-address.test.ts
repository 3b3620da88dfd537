import { expect, test } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

test.each(['8.8.8.8', '145.100.1.1', '172.32.0.1', '2001:610:1:80aa::1', '2a02:1c8::1'])(
	'%s may be called',
	(one) => {
		expect(isPublicAddress(one)).toBe(true);
	},
);

test.each([
	'127.0.0.1',
	'10.1.2.3',
	'172.16.0.1',
	'172.31.255.255',
	'192.168.1.1',
	'169.254.169.254',
	'100.64.0.1',
	'0.0.0.0',
	'224.0.0.1',
	'255.255.255.255',
	'198.18.0.1',
	'192.0.2.1',
	'::1',
	'::',
	'fe80::1',
	'fc00::1',
	'fd12::1',
	'::ffff:10.0.0.1',
	'::ffff:8.8.8.8',
	'64:ff9b::a00:1',
	'2002:a00:1::',
	'2001:0:a00:1::',
	'2001:db8::1',
	'ff02::1',
	'localhost',
	'',
])('%s may not be called', (one) => {
	expect(isPublicAddress(one)).toBe(false);
});

test('the loopback is this computer and nothing else is', () => {
	expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopbackAddress)).toBe(true);
	expect(['10.0.0.1', '::', '127.0.0.1.example.nl'].some(isLoopbackAddress)).toBe(false);
});
