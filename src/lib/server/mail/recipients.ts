/** Who gets a mail about a round. Pure. */
import type { Role } from '#lib/domain/access.ts';

export interface Member {
	userId: number;
	name: string;
	address: string;
	role: Role;
	organisationId: number;
}

interface LedItem {
	leadId: number | null;
}

/** The advisers whose organisation leads one of these items, each once, with the items that are theirs. */
export function advisersOf<Item extends LedItem>(
	members: readonly Member[],
	items: readonly Item[],
): { member: Member; items: Item[] }[] {
	const advisers = members.filter((one) => one.role === 'adviser');
	return [...Map.groupBy(advisers, (one) => one.userId).values()].flatMap((own) => {
		const organisations = new Set(own.map((one) => one.organisationId));
		const led = items.filter(({ leadId }) => leadId !== null && organisations.has(leadId));
		return own[0] && led.length > 0 ? [{ member: own[0], items: led }] : [];
	});
}

/** Each person with one of these roles once, with their first such membership. */
export function peopleWith(members: readonly Member[], roles: readonly Role[]): Member[] {
	const found = members.filter((one) => roles.includes(one.role));
	return [...Map.groupBy(found, (one) => one.userId).values()].flatMap((own) => own.slice(0, 1));
}

/** Whoever answers for a returned status: the advisers of its lead, and its author when that is an adviser of the region. */
export function returnedTo(
	members: readonly Member[],
	{ leadId, authorId }: { leadId: number | null; authorId: number | null },
): Member[] {
	const advisers = members.filter(
		(one) => one.role === 'adviser' && (one.organisationId === leadId || one.userId === authorId),
	);
	return peopleWith(advisers, ['adviser']);
}
