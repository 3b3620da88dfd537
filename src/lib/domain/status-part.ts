/** In whose name somebody fills in a status: as its trekker, as coördinator of the region, or as one who takes part. Pure. */
import type { Actor } from './access.ts';

/** `lead`: the organisation of this person leads the item. `coordinator`: fills in for all. `partner`: only takes part. */
export type StatusPart = 'lead' | 'coordinator' | 'partner';

export function statusPartOf(actor: Actor, regionId: number, leadId: number | null): StatusPart {
	if (actor.kind !== 'person') return 'coordinator';
	const here = actor.memberships.filter((one) => one.regionId === regionId);
	const leads = here.some(
		({ role, organisationId }) => (role === 'adviser' || role === 'coordinator') && organisationId === leadId,
	);
	if (leads) return 'lead';
	return here.some(({ role }) => role === 'coordinator') ? 'coordinator' : 'partner';
}

/**
 * Whether handing in must be asked first: another organisation answers for this item, and nobody may hand it in as if it
 * were one's own. An item without a trekker is nobody else's.
 */
export function asksForLead(part: StatusPart, leadId: number | null): boolean {
	return part === 'partner' && leadId !== null;
}
