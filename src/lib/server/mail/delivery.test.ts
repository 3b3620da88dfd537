import { describe, expect, test } from 'vitest';
import { judgeFailure } from './delivery.ts';

describe('a mail that the mail server did not take', () => {
	test.each([
		[
			'a full mailbox',
			{ code: 'EENVELOPE', responseCode: 452, response: '452 4.2.2 Mailbox full' },
			'refused-for-now',
		],
		['grey listing', { code: 'EENVELOPE', responseCode: 451, response: '451 Try again' }, 'refused-for-now'],
		['an unknown address', { code: 'EENVELOPE', responseCode: 550, response: '550 No such user' }, 'refused'],
		['a refusal of the content', { code: 'EMESSAGE', responseCode: 554, response: '554 No' }, 'refused'],
		[
			'a wrong password for the mail server',
			{ code: 'EAUTH', responseCode: 535, response: '535 No' },
			'refused-for-now',
		],
		['a server that is off', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'refused-for-now'],
		['a name that nobody knows', { code: 'EDNS' }, 'refused-for-now'],
		['a server without TLS', { code: 'ETLS' }, 'refused-for-now'],
		[
			'a server that says nothing at first',
			{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' },
			'refused-for-now',
		],
		['an address that is none', { code: 'EENVELOPE' }, 'refused'],
		['a server that goes silent halfway', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, 'uncertain'],
		['a connection that breaks off', { code: 'ECONNECTION' }, 'uncertain'],
		['anything that nobody thought of', {}, 'uncertain'],
	] as const)('by %s is %j: %s', (_what, failure, outcome) => {
		const delivery = judgeFailure({ message: 'Something', ...failure });
		expect(delivery.outcome).toBe(outcome);
		expect(delivery.problem).toMatch(/^De /);
	});

	test('gets a reason on one line that is not too long', () => {
		const { problem } = judgeFailure({
			message: '',
			responseCode: 550,
			response: `550 Nee\r\n${'x'.repeat(400)}`,
		});
		expect(problem).not.toMatch(/[\r\n]/);
		expect(problem.length).toBeLessThan(260);
	});
});
