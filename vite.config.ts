import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2022' },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/use-cases/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
					setupFiles: ['tests/support/setup.ts'],
				},
			},
		],
	},
});
