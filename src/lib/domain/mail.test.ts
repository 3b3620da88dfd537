import { describe, expect, test } from 'vitest';
import { mailState, nextAttempt, type MailFacts } from './mail.ts';

const NOW = new Date('2021-01-14T09:30:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const mail = (facts: Partial<MailFacts> = {}): MailFacts => ({
	sentAt: null,
	claimedAt: null,
	attempts: 0,
	nextAttemptAt: null,
	expiresAt: null,
	problem: '',
	...facts,
});

describe('how a mail is doing', () => {
	test.each([
		['a new mail', {}, 'waiting'],
		['one that is being sent', { claimedAt: at(-1) }, 'sending'],
		['one whose sending never ended', { claimedAt: at(-11) }, 'uncertain'],
		['one whose connection broke off', { claimedAt: at(-1), problem: 'Verbroken.' }, 'uncertain'],
		['one refused for now', { problem: 'Vol.', nextAttemptAt: at(5), attempts: 1 }, 'waiting'],
		['one refused for good', { problem: 'Onbekend adres.', attempts: 1 }, 'failed'],
		['one that was sent', { sentAt: at(-5), claimedAt: at(-5), expiresAt: at(-1) }, 'sent'],
		['one that is too late', { expiresAt: at(0) }, 'over'],
		['one that is too late and was refused', { expiresAt: at(-1), problem: 'Vol.' }, 'over'],
		['one with time left', { expiresAt: at(1) }, 'waiting'],
	] as const)('%s is %j: %s', (_what, facts, state) => {
		expect(mailState(mail(facts), NOW)).toBe(state);
	});
});

test('a mail that is refused for now is tried again after longer and longer, and then no more', () => {
	const waits = [1, 2, 3, 4, 5, 6].map((attempts) => {
		const next = nextAttempt(attempts, NOW);
		return next && (next.getTime() - NOW.getTime()) / 60_000;
	});
	expect(waits).toEqual([1, 5, 30, 120, 480, null]);
});
