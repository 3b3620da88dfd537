/** Walking the whole audit trail to see whether every row is still as it was written. Nothing is changed. */
import { z } from 'zod';
import { query } from '../use-case.ts';
import { countedAudit, walkAudit } from './audit.repo.ts';
import { checkChain, type ChainCheck } from './chain.ts';

const Stamps = z.array(z.object({ id: z.number(), hash: z.string() }));

/** For whoever has the server. Reads row by row, so that a million of them need no memory; takes seconds then. */
export const verifyTrail = query({
	name: 'audit.verify',
	permission: 'platform.manage',
	input: z.object({ stamps: Stamps.default([]) }),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db }, { stamps }): ChainCheck {
		const counted = countedAudit(db);
		return checkChain(walkAudit(db), stamps, counted);
	},
});
