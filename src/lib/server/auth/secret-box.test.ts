import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../config.ts';
import { KEY_BYTES, parseSecretKey, secretBox } from './secret-box.ts';

const box = secretBox(randomBytes(32));

test('opens what it sealed, and never seals twice the same', () => {
	const sealed = box.seal('geheim é');
	expect(box.open(sealed)).toBe('geheim é');
	expect(sealed).not.toContain('geheim');
	expect(box.seal('geheim é')).not.toBe(sealed);
});

test('gives null for another key, a changed text and anything else', () => {
	const sealed = box.seal('geheim');
	const changed = Buffer.from(sealed, 'base64');
	changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
	expect(secretBox(randomBytes(32)).open(sealed)).toBeNull();
	expect(box.open(changed.toString('base64'))).toBeNull();
	expect(box.open('')).toBeNull();
	expect(box.open('geen base64!')).toBeNull();
});

test('is never made of a key that is short, an example or easy to guess', () => {
	const sound = randomBytes(KEY_BYTES);
	expect(parseSecretKey(sound.toString('base64'))?.equals(sound)).toBe(true);
	const guessed = ['0'.repeat(32), 'geheim-geheim-geheim-geheim-gehe', '0123456789abcdefghijklmnopqrstuv'];
	for (const text of guessed) expect(parseSecretKey(Buffer.from(text).toString('base64')), text).toBeNull();
	for (const bytes of [Buffer.alloc(32), Buffer.alloc(32, 'ab'), sound.subarray(1)])
		expect(parseSecretKey(bytes.toString('base64'))).toBeNull();
	for (const text of ['', 'changeme', 'geheim', sound.toString('hex')])
		expect(parseSecretKey(text), text).toBeNull();
	const settings = {
		ORIGIN: 'https://agenda.example.nl',
		SECRET_KEY: Buffer.alloc(32, 'voorbeeld').toString('base64'),
	};
	expect(() => parseConfig(settings)).toThrow(/^SECRET_KEY moet 32 willekeurige bytes/);
});
