/** What one installation keeps to itself: the rights on its files, and its database from a second server. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '#lib/server/config.ts';
import { holdDatabase, slotOf } from '#lib/server/db/one-server.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { examineModes } from '#lib/server/doctor/examine-modes.ts';
import { closeToEverybody } from '#lib/server/files/file-modes.ts';

const workplace = mkdtempSync(join(tmpdir(), 'installation-'));
afterAll(() => rmSync(workplace, { recursive: true }));
let places = 0;

function newFolder(): string {
	places += 1;
	const folder = join(workplace, String(places));
	mkdirSync(folder);
	return folder;
}

describe('the files of an installation', () => {
	function install(mode: number) {
		const folder = newFolder();
		const [filesFolder, backupFolder] = [join(folder, 'bestanden'), join(folder, 'reservekopieen')];
		const files = ['x.db', 'x.db-wal', 'x.db-shm', 'x.db.voor-migratie-1', 'reservekopieen/a.db'];
		for (const one of [filesFolder, backupFolder]) {
			mkdirSync(one);
			chmodSync(one, mode | 0o700);
		}
		for (const name of [...files, 'van-een-ander.txt']) {
			writeFileSync(join(folder, name), '');
			chmodSync(join(folder, name), mode);
		}
		const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);
		return {
			config: { databasePath: join(folder, 'x.db'), filesFolder, backupFolder },
			modes: () => files.map(modeOf),
			folders: () => ['bestanden', 'reservekopieen'].map(modeOf),
			strange: () => modeOf('van-een-ander.txt'),
		};
	}

	test('that everybody can read are closed at the start, and what is not ours is left alone', () => {
		const { config, modes, folders, strange } = install(0o644);
		expect(examineModes(config)).toMatchObject({
			verdict: 'let op',
			sentence: expect.stringMatching(/x\.db.+ en 4 andere\. Voer uit: chmod -R go-rwx/),
		});
		closeToEverybody(config);
		expect(new Set(modes())).toEqual(new Set(['640']));
		expect(new Set(folders())).toEqual(new Set(['740']));
		expect(strange()).toBe('644');
	});

	test('that a group may read stay so, and are named; those of the owner alone are good', () => {
		const { config, modes } = install(0o640);
		closeToEverybody(config);
		expect(new Set(modes())).toEqual(new Set(['640']));
		expect(examineModes(config).verdict).toBe('let op');
		expect(examineModes(install(0o600).config).verdict).toBe('goed');
	});
});

describe('a database', () => {
	/** Another process that takes it and then does nothing. */
	async function otherServer(databasePath: string) {
		const child = fork('tests/support/hold-database.ts', [databasePath], { stdio: 'pipe' });
		const [said] = await once(child, 'message');
		return { said: String(said), child };
	}
	const attempt = (path: string) => {
		try {
			holdDatabase(path, 0)();
			return 'free';
		} catch (failure) {
			if (!(failure instanceof ConfigError)) throw failure;
			return failure.message;
		}
	};

	test('that a server has is refused to another in a sentence, by whatever path it comes', async () => {
		const folder = newFolder();
		const path = join(folder, 'x.db');
		writeFileSync(path, '');
		symlinkSync(folder, join(workplace, 'elders'));
		symlinkSync(path, join(folder, 'y.db'));
		const { said, child } = await otherServer(path);
		expect(said).toBe('held');
		for (const one of [path, join(workplace, 'elders', 'x.db'), join(folder, 'y.db')])
			expect(attempt(one), one).toMatch(/^Er draait al een server op deze database\. .+\.$/);
		expect(attempt(join(folder, 'z.db'))).toBe('free');
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(attempt(path), 'after kill -9').toBe('free');
	});

	test('that a server has can still be read, written and replaced by a command', async () => {
		const path = join(newFolder(), 'x.db');
		const release = holdDatabase(path);
		const db = openDatabase(path);
		db.$client.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)');
		db.$client.close();
		linkSync(path, `${path}.kopie`);
		expect(statSync(slotOf(path)).size).toBe(0);
		expect(existsSync(`${slotOf(path)}-journal`)).toBe(false);
		release();
	});

	test('in a folder that cannot be is no matter of the lock: the start says what is wrong', () => {
		const file = join(newFolder(), 'geen-map');
		writeFileSync(file, '');
		expect(() => holdDatabase(join(file, 'x.db'), 0)).not.toThrow();
	});
});
