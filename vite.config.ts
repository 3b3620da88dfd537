import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/**
 * Node reads a package.json anew for each file it loads from a package, and that of drizzle-orm is very large: bundled
 * into the server it starts in half the time and with 130 MB less. Tests load it as it is.
 */
const BUNDLED = ['@lucia-auth/adapter-drizzle', 'drizzle-orm'];

/** Only for `npm run proof:rights`, which says where to write its counts: it takes minutes. */
const PROOF = {
	extends: true as const,
	test: {
		name: 'proof',
		environment: 'node',
		include: ['tests/proof/**/*.proof.ts'],
		testTimeout: 60_000,
	},
};

export default defineConfig(({ command }) => ({
	plugins: [sveltekit()],
	build: { target: 'es2022' },
	ssr: { noExternal: command === 'build' ? BUNDLED : [] },
	test: {
		// Two cores are what the smallest machine has; vitest would leave one of them idle.
		maxWorkers: '100%',
		// A test says what must hold, not how fast: a busy machine is no fault.
		testTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Pure code and databases of their own: files cannot disturb each other, and it halves the time.
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/use-cases/**/*.test.ts'],
					setupFiles: ['tests/support/setup.ts'],
				},
			},
			{
				// What starts another program, or takes seconds because it does a lot: no part of `npm run test:unit`.
				extends: true,
				test: {
					name: 'slices',
					environment: 'node',
					isolate: false,
					include: ['tests/slices/**/*.test.ts'],
					setupFiles: ['tests/support/setup.ts'],
				},
			},
			...(process.env['PROOF_COUNTS'] ? [PROOF] : []),
			{
				extends: true,
				test: {
					name: 'architecture',
					environment: 'node',
					include: ['tests/architecture/**/*.test.ts'],
					setupFiles: ['tests/support/setup.ts'],
				},
			},
		],
	},
}));
