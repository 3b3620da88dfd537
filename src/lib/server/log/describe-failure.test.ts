import { describe, expect, test } from 'vitest';
import { describeFailure } from './describe-failure.ts';

const TYPED = 'Het overleg met de ouders van Sanne liep niet goed';
const TOKEN = 'q3v8ZyB0m1Xc7pLkQ2wE9rTfUaHs5dGjNbVxCzMi4oP';

describe('what the log says of a failure', () => {
	test('is its name, code, message and where it happened', () => {
		const failure = Object.assign(new TypeError('No such thing'), { code: 'ERR_THING' });
		expect(describeFailure(failure)).toEqual({
			error: 'TypeError',
			code: 'ERR_THING',
			message: 'No such thing',
			stack: expect.stringMatching(/^\s+at .*describe-failure\.test\.ts/),
		});
	});

	test.each([
		['the parameters of a query', `Failed query: update status set narrative = ?\nparams: ${TYPED},7`],
		['a piece of input', `Unexpected token 'H', "${TYPED}" is not valid JSON`],
		['a mail address', 'No such person: s.jansen@gemeente.example'],
		['a token', `Unknown link /wachtwoord/${TOKEN}`],
		['a message that is far too long', `Oops: ${'x y '.repeat(400)}`],
	])('never holds %s', (_name, message) => {
		const described = JSON.stringify(describeFailure(new Error(message)));
		expect(described).not.toContain('Sanne');
		expect(described).not.toContain('jansen');
		expect(described).not.toContain(TOKEN);
		expect(described.length).toBeLessThan(3000);
	});

	test('has no stack when something else than an error was thrown', () => {
		expect(describeFailure('weg')).toEqual({ error: 'string', message: 'weg', stack: '' });
	});
});
