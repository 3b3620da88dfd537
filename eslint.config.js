import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'drizzle/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.node, ...globals.browser } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'] } },
	},
	{
		rules: {
			'no-console': ['error', { allow: ['error'] }],
			'no-undef': 'off',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'no-restricted-syntax': [
				'error',
				{
					selector:
						':matches(SpreadElement, SpreadProperty) > :matches(ObjectExpression, ArrayExpression).argument',
					message: 'Write the members of a literal themselves; spreading one means nothing.',
				},
			],
			// Links are plain paths: the app always lives at the root of its own host name.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		// One person's text must not stop everybody: see docs/adr/0037-time-linear-in-a-text.md.
		files: ['src/**'],
		ignores: ['**/*.test.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }],
		},
	},
	{ files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
