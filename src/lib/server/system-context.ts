/** What the server does by itself, and what somebody types as a command: as the system, under the rules of the house. */
import { guardInput } from './guard-input.ts';
import { queueMailAfter } from './mail/queue-mail.ts';
import type { Context, HouseRules } from './use-case.ts';

/** For every command of this server, whoever gives it: texts are looked through, and mail follows. */
export const HOUSE_RULES: HouseRules = { guard: guardInput, follow: queueMailAfter };

/** `name` is what the audit trail says instead of a person: "opdracht verify". */
export function systemContext(
	moment: Pick<Context, 'db' | 'now' | 'sendsMail' | 'box'>,
	name: string,
): Context {
	return { ...moment, actor: { kind: 'system', name }, house: HOUSE_RULES };
}
