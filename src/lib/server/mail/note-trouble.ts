/** Keeps why the mail server cannot be reached, for the beheerder to see. */
import { z } from 'zod';
import { findSetting, writeSetting } from '../db/settings.ts';
import { command } from '../use-case.ts';

const KEY = 'mail-trouble';

/** Empty when it can be reached. */
export const noteTrouble = command({
	name: 'mail.note-trouble',
	permission: 'system.run',
	input: z.object({ problem: z.string() }),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, record, nothingChanged }, { problem }): void {
		const before = findSetting(db, KEY) ?? '';
		if (before === problem) return nothingChanged();
		writeSetting(db, KEY, problem);
		record({ entity: 'setting', entityId: KEY, before: { problem: before }, after: { problem } });
	},
});

export function findTrouble(db: Parameters<typeof findSetting>[0]): string {
	return findSetting(db, KEY) ?? '';
}
