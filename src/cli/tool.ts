/** Runs a development tool from node_modules and waits for it. */
import { spawn } from 'node:child_process';

export interface ToolResult {
	code: number;
	seconds: number;
}

/** Its output goes straight to the terminal. */
export function runTool(
	name: string,
	args: readonly string[],
	environment: Record<string, string> = {},
): Promise<ToolResult> {
	const started = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(name, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
		child.on('error', reject);
		child.on('exit', (code) => resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000 }));
	});
}

/** Ends the program with the tool's code when it failed. */
export async function runOrExit(name: string, args: readonly string[]): Promise<void> {
	const { code } = await runTool(name, args);
	if (code !== 0) process.exit(code);
}
