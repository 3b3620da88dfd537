/** How somebody signs in: the own account page. */
import { z } from 'zod';
import { query } from '../use-case.ts';
import { hasFewCodes } from './give-code.ts';
import { ownAccount } from './own-account.ts';
import { isSecondFactorAsked } from './second-factor-duty.ts';
import { countRecoveryCodes, findSecondFactor } from './second-factor.repo.ts';
import { listSessions, type ListedSession } from './sessions.ts';

export interface Security {
	email: string;
	hasPassword: boolean;
	/** When the app was set up; null when there is none. */
	secondFactorSince: Date | null;
	/** May not do without one. */
	secondFactorAsked: boolean;
	codesLeft: number;
	fewCodes: boolean;
	sessions: ListedSession[];
}

export const viewSecurity = query({
	name: 'account.security',
	permission: 'account.use',
	input: z.object({}),
	subject: ownAccount,
	run({ db, now, actor }, _input, { account }): Security {
		const factor = findSecondFactor(db, account.id);
		const codesLeft = factor ? countRecoveryCodes(db, account.id) : 0;
		return {
			email: account.email,
			hasPassword: account.passwordHash !== null,
			secondFactorSince: factor?.confirmedAt ?? null,
			secondFactorAsked: actor.kind === 'person' && isSecondFactorAsked(db, actor),
			codesLeft,
			fewCodes: factor !== null && hasFewCodes(codesLeft),
			sessions: listSessions({ db, now }, account.id),
		};
	},
});
