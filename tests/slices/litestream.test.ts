/** The continuous copy of deploy/litestream.yml, made and put back by Litestream itself. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { count } from 'drizzle-orm';
import { projectRoot } from '#lib/server/config.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, openForReading } from '#lib/server/db/open.ts';
import { audit } from '#lib/server/db/schema.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { makeFirstAdministrator } from '#lib/server/users/make-first-administrator.ts';

const PACKAGE = `@flydotio/litestream-${process.platform}-${process.arch}`;
const LITESTREAM = join(projectRoot(), 'node_modules', PACKAGE, 'litestream');

let folder = '';
let running: ChildProcess | undefined;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-litestream-'));
});

afterEach(() => {
	running?.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** The settings that the documentation gives, on files of this test. */
function settingsFile(): string {
	const path = join(folder, 'litestream.yml');
	const text = readFileSync(join(projectRoot(), 'deploy/litestream.yml'), 'utf8')
		.replace('/var/lib/samenwerkingsagenda/samenwerkingsagenda.db', join(folder, 'agenda.db'))
		.replace('/var/backups/samenwerkingsagenda', join(folder, 'kopie'));
	writeFileSync(path, text);
	return path;
}

/** How many rows the audit trail of the copy has; null when there is no copy yet. */
function rowsInCopy(config: string): number | null {
	const target = join(folder, `gelezen-${performance.now()}.db`);
	try {
		execFileSync(LITESTREAM, ['restore', '-config', config, '-o', target, join(folder, 'agenda.db')], {
			stdio: 'ignore',
		});
	} catch {
		return null;
	}
	const copy = openForReading(target);
	try {
		return copy.select({ rows: count() }).from(audit).get()?.rows ?? null;
	} finally {
		copy.$client.close();
		rmSync(target, { force: true });
	}
}

/** A busy machine may take its time; only what never comes is a fault. */
async function until(isSo: () => boolean): Promise<void> {
	const last = performance.now() + 25_000;
	while (!isSo()) {
		if (performance.now() > last) throw new Error('The copy did not follow the database');
		await wait(100);
	}
}

test('what was written last is there after the disk is lost', async () => {
	const source = join(folder, 'agenda.db');
	const db = openDatabase(source);
	migrateDatabase(db);
	const config = settingsFile();
	running = spawn(LITESTREAM, ['replicate', '-config', config], { stdio: 'ignore' });
	const context = {
		db,
		actor: { kind: 'system', name: 'proef' } as const,
		house: HOUSE_RULES,
		now: new Date('2026-11-22T10:00:00Z'),
	};
	// It has begun when there is a first copy of the whole.
	await until(() => rowsInCopy(config) !== null);
	for (let write = 1; write <= 25; write += 1)
		makeFirstAdministrator(context, { email: 'beheer@example.nl' });
	const written = db.select({ rows: count() }).from(audit).get()?.rows;
	await until(() => rowsInCopy(config) === written);
	running.kill('SIGKILL');
	db.$client.close();
	for (const suffix of ['', '-wal', '-shm']) rmSync(source + suffix, { force: true });

	execFileSync(LITESTREAM, ['restore', '-config', config, source], { stdio: 'ignore' });
	expect(existsSync(source)).toBe(true);
	const restored = openForReading(source);
	expect(restored.$client.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(restored.select({ rows: count() }).from(audit).get()?.rows).toBe(written);
	expect(written).toBe(25);
	restored.$client.close();
});
