/** What the server does by itself, and what somebody types as a command: as the system, under the rules of the house. */
import { cleanInput } from '#lib/input/clean-text.ts';
import '#lib/input/problem-sentences.ts';
import { tellOtherRegions } from './audit/tell-regions.ts';
import { guardInput } from './guard-input.ts';
import { queueMailAfter } from './mail/queue-mail.ts';
import type { Context, HouseRules } from './use-case.ts';

/** For every command of this server, whoever gives it: texts are looked through, other regions of an account are told, and mail follows. */
export const HOUSE_RULES: HouseRules = {
	clean: cleanInput,
	guard: guardInput,
	follow(deed) {
		tellOtherRegions(deed);
		queueMailAfter(deed.context, deed.subject, deed.entries);
	},
};

/** `name` is what the audit trail says instead of a person: "opdracht verify". */
export function systemContext(
	moment: Pick<Context, 'db' | 'now' | 'sendsMail' | 'box'>,
	name: string,
): Context {
	return { ...moment, actor: { kind: 'system', name }, house: HOUSE_RULES };
}
