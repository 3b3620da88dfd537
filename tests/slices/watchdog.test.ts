/** A server that hangs is ended within its patience and says so; one that works, however long, is left alone. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#lib/server/config.ts';

const WATCHDOG = join(projectRoot(), 'src/lib/server/health/watchdog.ts');

/** What a program with a watchdog of half a second's patience wrote, and how it ended. */
function run(program: string): Promise<{ lines: string[]; code: number | null; signal: string | null }> {
	const source = `import { startWatchdog } from ${JSON.stringify(WATCHDOG)};
		const { watching, stop } = startWatchdog({ beat: 50, patience: 500 });
		const alive = setInterval(() => undefined, 1000);
		await watching;
		clearInterval(alive);
		${program}`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', source], { cwd: projectRoot() });
	let text = '';
	child.stdout.on('data', (part: Buffer) => (text += part.toString()));
	return new Promise((resolve) => {
		child.on('close', (code, signal) => {
			resolve({ lines: text.split('\n').filter((line) => line !== ''), code, signal });
		});
	});
}

test('a main thread that is busy without end is killed, with one line in the log', async () => {
	const { lines, signal } = await run('for (;;);');
	expect(signal).toBe('SIGKILL');
	expect(lines).toHaveLength(1);
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', msg: 'waakhond', gevolg: 'gestopt' });
});

test('work in pieces that lasts three times as long is left alone', async () => {
	const { lines, code } = await run(`
		const end = Date.now() + 1500;
		const piece = () => {
			const until = Date.now() + 100;
			while (Date.now() < until);
			if (Date.now() < end) setTimeout(piece);
		};
		piece();
	`);
	expect({ lines, code }).toEqual({ lines: [], code: 0 });
});

test('a program that has nothing left to do ends, and a watchdog that was stopped ends nobody', async () => {
	const { lines, code } = await run('stop(); const end = Date.now() + 1000; while (Date.now() < end);');
	expect({ lines, code }).toEqual({ lines: [], code: 0 });
});
