import { describe, expect, test } from 'vitest';
import type { Cookies } from '@sveltejs/kit';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';

/** Remembers what was set, as Kit would write it. */
function jar() {
	const set: { name: string; value: string; options: object }[] = [];
	const cookies: Cookies = {
		get: (name) => set.findLast((one) => one.name === name)?.value,
		getAll: () => [],
		set: (name, value, options) => void set.push({ name, value, options }),
		delete: (name, options) => void set.push({ name, value: '', options: { ...options, maxAge: 0 } }),
		serialize: () => '',
	};
	return { set, cookies };
}

describe('the cookie of a session', () => {
	test('is bound to this host, only over TLS, out of reach of scripts and of other sites', () => {
		const { set, cookies } = jar();
		writeSessionCookie(cookies, 'https://agenda.example.nl', 'token');
		expect(set).toEqual([
			{
				name: '__Host-sessie',
				value: 'token',
				options: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
			},
		]);
		expect(readSessionCookie(cookies, 'https://agenda.example.nl')).toBe('token');
		expect(readSessionCookie(cookies, 'http://localhost:3000'), 'not read under another name').toBeNull();
	});

	test('is taken away with the same marks', () => {
		const { set, cookies } = jar();
		clearSessionCookie(cookies, 'https://agenda.example.nl');
		expect(set[0]?.options).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 0 });
	});
});
