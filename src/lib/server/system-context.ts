/** What the server does by itself, and what somebody types as a command: as the system, with all that follows from it. */
import { queueMailAfter } from './mail/queue-mail.ts';
import type { Context } from './use-case.ts';

/** What follows from every command of this server, whoever gives it. */
export const followUp: Context['follow'] = queueMailAfter;

/** `name` is what the audit trail says instead of a person: "opdracht verify". */
export function systemContext(
	moment: Pick<Context, 'db' | 'now' | 'sendsMail' | 'box'>,
	name: string,
): Context {
	return { ...moment, actor: { kind: 'system', name }, follow: followUp };
}
