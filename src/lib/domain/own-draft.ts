/** Whose draft a status is: that of who wrote it last, and as long as it only came with an import that of its trekker. */
import type { Person } from './access.ts';

export interface Draft {
	/** Null when nobody wrote in it since it was imported. */
	authorId: number | null;
	/** The trekker of the item; null when there is none. */
	leadId: number | null;
}

/** Such drafts go along with "alles indienen"; any other is first read by who hands it in. */
export function isOwnDraft({ userId, memberships }: Person, { authorId, leadId }: Draft): boolean {
	if (authorId !== null) return authorId === userId;
	return memberships.some((one) => one.role === 'adviser' && one.organisationId === leadId);
}
