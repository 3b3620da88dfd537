/** The chain of the audit trail, and damaging it as somebody with the file could. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHAIN_START } from '#lib/domain/audit-chain.ts';
import { appendAudit, countedAudit, walkAudit } from '#lib/server/audit/audit.repo.ts';
import { chainReport } from '#lib/server/audit/chain-report.view.ts';
import { checkChain, type ChainCheck, type StoredRow } from '#lib/server/audit/chain.ts';
import { stampTrail } from '#lib/server/audit/stamp-trail.ts';
import { readStamps, stampFile } from '#lib/server/audit/stamps.ts';
import { verifyTrail } from '#lib/server/audit/verify-trail.ts';
import { inTransaction } from '#lib/server/db/open.ts';
import { examineDatabase } from '#lib/server/doctor/examine-database.ts';
import { examineTrail } from '#lib/server/doctor/examine-trail.ts';
import { makeWorld, type World } from '../support/world.ts';

const OPEN = 'DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete;';
const damage = ({ db }: World, sql: string) => db.$client.exec(`${OPEN} ${sql}`);
const verify = (world: World, stamps: { id: number; hash: string }[] = []) =>
	verifyTrail(world.as('system'), { stamps });
const rowsOf = ({ db }: World): StoredRow[] => [...walkAudit(db)];
const add = (world: World, times: number) => {
	for (let turn = 0; turn < times; turn += 1)
		inTransaction(world.db, 'immediate', () =>
			appendAudit(world.as('coordinator'), 'test.add', 1, {
				entity: 'thing',
				entityId: turn,
				after: { turn, words: 'é "aanhaling"\n' },
			}),
		);
};

/** A world with ten more rows; the fifth from the end is the one that is damaged. */
function trailOf(): { world: World; middle: number; last: number } {
	const world = makeWorld();
	add(world, 10);
	const last = countedAudit(world.db);
	return { world, middle: last - 4, last };
}

describe('the chain of the audit trail', () => {
	test('gives every row the hash of its own text and of the row before, as anybody can compute it', () => {
		const { world } = trailOf();
		let previous = CHAIN_START;
		for (const { hash, at, ...row } of rowsOf(world)) {
			// Not the code of the program: the members in the order of their names, as docs/logboek.md says.
			const members = { ...row, at: new Date(at).toISOString(), previous, v: 1 };
			const text = JSON.stringify(Object.fromEntries(Object.entries(members).sort()));
			expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
			previous = hash ?? '';
		}
		expect(verify(world)).toMatchObject({ broken: null, lost: [], cutFrom: null, last: { hash: previous } });
	});

	test('covers the rows from before it began in its first row', () => {
		const { world, last } = trailOf();
		damage(world, `UPDATE audit SET hash = NULL; ${LOCK}`);
		add(world, 2);
		expect(verify(world)).toMatchObject({ rows: last + 2, broken: null, last: { id: last + 2 } });
		damage(world, "UPDATE audit SET actor_name = 'iemand' WHERE id = 2");
		expect(verify(world).broken).toMatchObject({ id: last + 1, reason: 'changed' });
	});

	test('never gives a number out again', () => {
		const { world, last } = trailOf();
		damage(world, `DELETE FROM audit WHERE id = ${last}; ${LOCK}`);
		add(world, 1);
		expect(rowsOf(world).at(-1)?.id).toBe(last + 1);
	});

	test('keeps a name with half a character in it as one that can be checked', () => {
		const world = makeWorld();
		const context = { ...world.as('system'), actor: { kind: 'system', name: 'a\uD800b' } } as const;
		inTransaction(world.db, 'immediate', () =>
			appendAudit(context, 'test.half', null, {
				entity: 'thing',
				entityId: '\uDFFF',
				after: { half: '\uD800' },
			}),
		);
		expect(verify(world).broken).toBeNull();
	});
});

const LOCK = `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;`;

describe('walking the audit trail', () => {
	test.each([
		['one letter of a value', "after = replace(after, 'words', 'wordz')"],
		['a space in a value', "after = after || ' '"],
		['who did it', "actor_name = 'iemand anders'"],
		['by which account', 'actor_id = NULL'],
		['when it was', 'at = at + 1'],
		['in which region', 'region_id = 2'],
		['what was done', "action = 'status.save'"],
		['what it was done to', "entity_id = '99'"],
		['the request', "request_id = 'x'"],
		['the hash itself', "hash = replace(hash, substr(hash, 1, 1), 'z')"],
		['a value that is taken out', 'after = NULL'],
	])('finds the row of which somebody changed %s', (_what, change) => {
		const { world, middle } = trailOf();
		damage(world, `UPDATE audit SET ${change} WHERE id = ${middle}`);
		expect(verify(world).broken).toMatchObject({ id: middle, reason: 'changed' });
	});

	test('finds a row that was taken away, put in between or swapped', () => {
		const gone = trailOf();
		damage(gone.world, `DELETE FROM audit WHERE id = ${gone.middle}`);
		expect(verify(gone.world).broken).toMatchObject({ id: gone.middle + 1, reason: 'changed' });

		const added = trailOf();
		damage(
			added.world,
			`INSERT INTO audit (at, actor_name, action, entity, entity_id) VALUES (1, 'x', 'y', 'z', '1')`,
		);
		expect(verify(added.world).broken).toMatchObject({ id: added.last + 1, reason: 'without-hash' });

		const swapped = trailOf();
		damage(
			swapped.world,
			`UPDATE audit SET id = -1 WHERE id = ${swapped.middle}; UPDATE audit SET id = ${swapped.middle} WHERE id = ${swapped.middle + 1}; UPDATE audit SET id = ${swapped.middle + 1} WHERE id = -1`,
		);
		expect(verify(swapped.world).broken).toMatchObject({ id: swapped.middle, reason: 'changed' });
	});

	test('finds a tail that was cut off, by the counter of the database and by an earlier stamp', () => {
		const { world, last } = trailOf();
		const stamp = verify(world).last ?? { id: 0, hash: '' };
		damage(world, `DELETE FROM audit WHERE id > ${last - 3}`);
		expect(verify(world)).toMatchObject({ broken: null, cutFrom: last });
		// Somebody who knows of the counter sets it back; the stamp is not in the database.
		damage(world, `${LOCK} UPDATE sqlite_sequence SET seq = ${last - 3} WHERE name = 'audit'`);
		expect(verify(world)).toMatchObject({ broken: null, cutFrom: null, lost: [] });
		expect(verify(world, [stamp]).lost).toEqual([stamp]);
		add(world, 5);
		expect(verify(world, [stamp]), 'also when others wrote on').toMatchObject({
			broken: null,
			cutFrom: null,
			lost: [stamp],
		});
	});

	test('reads row by row, so that a million need no memory, and stops at the first that does not fit', () => {
		const { world } = trailOf();
		const [first] = rowsOf(world);
		let made = 0;
		function* many() {
			for (; first && made < 3; made += 1) yield first;
		}
		expect(checkChain(many(), [], 0).broken).toMatchObject({ reason: 'out-of-order' });
		expect(made, 'stops at the first row that does not fit').toBe(1);
	});

	test('says in a sentence where it breaks, and what the last row is', () => {
		const { world, middle, last } = trailOf();
		const whole = chainReport(verify(world), 0.5);
		expect(whole.faults).toEqual([]);
		expect(whole.figures).toBe(
			`${last} regels van het logboek gecontroleerd in 0,5 seconden (${last * 2} per seconde).`,
		);
		expect(whole.stamp).toMatch(new RegExp(`^Stempel van het logboek: regel ${last}, code [0-9a-f]{64}$`));
		damage(world, `UPDATE audit SET actor_name = 'x' WHERE id = ${middle}`);
		expect(chainReport(verify(world), 0).faults).toEqual([
			expect.stringMatching(
				new RegExp(
					`^Het logboek klopt niet vanaf regel ${middle} \\(.+ om .+, test\\.add\\): deze regel past niet bij de controlecode: .+\\.$`,
				),
			),
		]);
		const lost: ChainCheck = {
			rows: 8,
			last: null,
			broken: null,
			lost: [{ id: 9, hash: 'ab' }],
			cutFrom: 10,
		};
		expect(chainReport(lost, 0).faults.join(' ')).toMatch(/afgekapt.+tot en met nummer 10.+Regel 9 .+ab/);
	});
});

describe('every night', () => {
	test('the trail in the copy is walked and stamped, and doctor tells when it no longer has a stamped row', () => {
		const folder = mkdtempSync(join(tmpdir(), 'stamps-'));
		const path = join(folder, 'copy.db');
		try {
			const { world, last } = trailOf();
			const save = () => writeFileSync(path, world.db.$client.serialize());
			save();
			expect(stampTrail(path, folder, world.now).last?.id).toBe(last);
			expect(readStamps(folder)).toEqual([verify(world).last]);
			writeFileSync(stampFile(folder), 'geen stempel\n', { flag: 'a' });
			const examined = () =>
				examineDatabase(path, world.now, (db, now) => [examineTrail(db, now, readStamps(folder))]).at(-1);
			expect(examined()).toMatchObject({ subject: 'Logboek', verdict: 'goed' });
			damage(
				world,
				`DELETE FROM audit WHERE id = ${last}; UPDATE sqlite_sequence SET seq = ${last - 1} WHERE name = 'audit'; ${LOCK}`,
			);
			save();
			expect(examined()).toMatchObject({
				verdict: 'fout',
				sentence: expect.stringContaining(`Regel ${last}`),
			});
			expect(stampTrail(path, folder, world.now).lost).toHaveLength(1);
			expect(readStamps(folder), 'no stamp of a trail that is not whole').toHaveLength(1);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
