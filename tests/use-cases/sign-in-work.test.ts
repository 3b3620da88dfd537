/** That nobody can learn from the time of an answer which accounts exist: the work is counted, not only timed. */
import { createHook } from 'node:async_hooks';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { user } from '#lib/server/db/schema.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { emailOf, makeWorld } from '../support/world.ts';

/** What Node calls the work of one argon2 hash. */
const DERIVATION = 'ARGON2REQUEST';
let derivations = 0;
const counter = createHook({
	init(_id, type) {
		if (type === DERIVATION) derivations += 1;
	},
});
beforeAll(() => void counter.enable());
afterAll(() => void counter.disable());

const KNOWN = emailOf('adviser', 'vecht');
const WITHOUT_PASSWORD = emailOf('reader', 'vecht');
const UNKNOWN = 'niemand@voorbeeld.example';

test('a wrong password costs the same work for an account, one without a password, and none at all', async () => {
	const world = makeWorld();
	const passwordHash = await hashPassword('vier losse woorden samen');
	world.db.update(user).set({ passwordHash }).where(eq(user.email, KNOWN)).run();
	const times = new Map<string, number[]>();
	const workOf = async (email: string, turn: number) => {
		derivations = 0;
		const from = { address: `192.0.2.${turn}`, device: '' };
		const started = performance.now();
		await refusalOfAsync(() => signIn(world.as('anonymous'), { email, password: 'fout' }, from));
		times.set(email, [...(times.get(email) ?? []), performance.now() - started]);
		return derivations;
	};
	// The first time there is a hash to make for who does not exist; it is made once per server.
	await workOf(UNKNOWN, 0);
	times.clear();
	for (const turn of [1, 2, 3]) {
		expect([
			await workOf(KNOWN, turn),
			await workOf(WITHOUT_PASSWORD, turn),
			await workOf(UNKNOWN, turn),
		]).toEqual([1, 1, 1]);
	}
	const fastest = [KNOWN, WITHOUT_PASSWORD, UNKNOWN].map((email) => Math.min(...(times.get(email) ?? [])));
	console.info(`Fastest of three wrong passwords, in ms: ${fastest.map((one) => one.toFixed(1)).join(', ')}`);
});
