import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretBox } from './secret-box.ts';

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
