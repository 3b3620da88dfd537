/**
 * In whose log a row stands. What happens to an account is told in the log of every region that the account belongs to, with
 * a row each, in the transaction of the deed itself; another region reads no more than `told-elsewhere` lets through.
 */
import { actorTold, isOfAccount, toldElsewhere } from '#lib/domain/told-elsewhere.ts';
import { appendAudit, regionsOfAccount, type AuditEntry, type AuditBy } from './audit.repo.ts';

/** `own`: whose deed it is; null is the platform, or an account by itself, which all its regions read already. */
export function appendForRegions(by: AuditBy, action: string, own: number | null, entry: AuditEntry): void {
	const regions = [...new Set(entry.regions ?? [own])];
	for (const regionId of regions) appendAudit(by, action, regionId, entry);
	if (!isOfAccount(entry.entity) || regions.includes(null)) return;
	const { entity, entityId } = entry;
	const userId = Number(entityId);
	const told = { entity, entityId, after: toldElsewhere(entry.after) };
	for (const regionId of regionsOfAccount(by.db, userId)) {
		if (regions.includes(regionId)) continue;
		appendAudit({ ...by, actor: actorTold(by.actor, regionId, userId) }, action, regionId, told);
	}
}
