/** Password hashes: argon2id by node:crypto, in the PHC string form that every other library reads too. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalizedPassword } from '#lib/domain/password.ts';

const derive = promisify(argon2);

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const { memory, passes, parallelism } = PARAMETERS;
	const tag = await derive('argon2id', { message: normalizedPassword(password), nonce, ...PARAMETERS });
	return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** False for a wrong password. A null hash (no such account) takes as long as a real one and is always false. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
	const [, memory, passes, parallelism, nonce, tag] =
		PHC.exec(hash ?? '') ?? PHC.exec(await dummyHash()) ?? [];
	if (!memory || !passes || !parallelism || !nonce || !tag) return false;
	const expected = Buffer.from(tag, 'base64');
	const actual = await derive('argon2id', {
		message: normalizedPassword(password),
		nonce: Buffer.from(nonce, 'base64'),
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		tagLength: expected.length,
	});
	return timingSafeEqual(actual, expected) && hash !== null;
}

/** Whether it was made with less work than a hash of today; true also for what is no hash. */
export function isWeakHash(hash: string): boolean {
	const [, memory, passes, parallelism, , tag] = PHC.exec(hash) ?? [];
	return (
		Number(memory ?? 0) < PARAMETERS.memory ||
		Number(passes ?? 0) < PARAMETERS.passes ||
		Number(parallelism ?? 0) < PARAMETERS.parallelism ||
		Buffer.from(tag ?? '', 'base64').length < PARAMETERS.tagLength
	);
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
	dummy ??= hashPassword(randomBytes(16).toString('hex'));
	return dummy;
}

function unpadded(bytes: Buffer): string {
	return bytes.toString('base64').replaceAll('=', '');
}
