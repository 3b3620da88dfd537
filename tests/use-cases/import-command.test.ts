import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/import.ts';
import { openDatabase } from '#lib/server/db/open.ts';

const REAL = new URL('../../src/lib/server/demo/utrecht-west.json', import.meta.url).pathname;
let folder: string;
let printed: string[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'import-'));
	vi.stubEnv('DATABASE_PATH', join(folder, 'a.db'));
	printed = [];
	vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
});

afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
	process.exitCode = 0;
});

/** Runs the command and answers what it complained about. */
function complaints(...args: string[]): string[] {
	const complain = vi.mocked(console.error).mockImplementation(() => undefined);
	main(args);
	const lines = complain.mock.calls.map(([line]) => String(line));
	complain.mockClear();
	return lines;
}

test('imports a file and says what is in it', () => {
	expect(complaints(REAL)).toEqual([]);
	expect(printed[0]).toBe(
		"Geïmporteerd: 3 agenda's, 8 thema's, 25 agendapunten, 23 organisaties en 3 agendapunten met doelen.",
	);
	expect(process.exitCode ?? 0).toBe(0);
});

test('prints every problem with its place and fails', () => {
	const path = join(folder, 'fout.json');
	writeFileSync(path, '{"regio": {"id": "a", "naam": "A", "ambtelijk_overleg": "REA"}, "agendas": {}}');
	expect(complaints(path)).toEqual([
		'Er zijn 2 fouten in het bestand. Er is niets geïmporteerd. Verbeter het bestand en kies het opnieuw.',
		'- regio: Vul de naam van het bestuurlijk overleg in, bijvoorbeeld OOGO.',
		'- het bestand: Er staat geen agenda in het bestand. Zet minstens één agenda onder "agendas".',
	]);
	expect(process.exitCode).toBe(1);
	const db = openDatabase(join(folder, 'a.db'));
	expect(db.$client.prepare('SELECT count(*) FROM region').pluck().get()).toBe(0);
	db.$client.close();
});

test.each([
	['no file', [], /Geef een bestand op: npm run import/],
	['a file that is not there', ['/niet/hier.json'], /\/niet\/hier\.json is niet te lezen/],
	['a folder', ['/'], /niet te lezen/],
])('says in one sentence what to do: %s', (_name, args, sentence) => {
	const lines = complaints(...args);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(sentence);
	expect(process.exitCode).toBe(1);
});
