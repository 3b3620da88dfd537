/**
 * In whose log a row stands. What happens to an account is told in the log of every region that the account belongs to, with
 * a row each, in the transaction of the deed itself; another region reads no more than `told-elsewhere` lets through.
 */
import { actorTold, isOfAccount, toldElsewhere } from '#lib/domain/told-elsewhere.ts';
import type { Deed } from '../use-case.ts';
import { appendAudit, regionsOfAccount } from './audit.repo.ts';

/** `own`: the region that the deed is about; null is the platform, or an account by itself, which all its regions read already. */
export function tellOtherRegions({ context, action, own, entries }: Deed): void {
	for (const { regions = [own], entity, entityId, after } of entries) {
		if (!isOfAccount(entity) || regions.includes(null)) continue;
		const userId = Number(entityId);
		const told = { entity, entityId, after: toldElsewhere(after) };
		for (const regionId of regionsOfAccount(context.db, userId)) {
			if (regions.includes(regionId)) continue;
			appendAudit({ ...context, actor: actorTold(context.actor, regionId, userId) }, action, regionId, told);
		}
	}
}
