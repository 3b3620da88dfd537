/** Runs before every test file: a test that logs an error fails, so that no failure hides in the output. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

beforeEach(() => {
	vi.spyOn(console, 'error');
});

afterEach(() => {
	const calls = vi.mocked(console.error).mock.calls;
	vi.restoreAllMocks();
	expect(calls, 'console.error was called').toEqual([]);
});
