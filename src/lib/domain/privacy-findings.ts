/** What the privacy guard finds in the texts of one status, as pieces to show around the spot. */
import { guardText, type PrivacyKind } from './privacy-guard.ts';

/** Every text of a status that others than the writer read. */
export const GUARDED_FIELDS = [
	...(['narrative', 'cause', 'consequence', 'correction', 'success', 'lesson'] as const),
	...(['expectationReason', 'escalation', 'differsBecause'] as const),
] as const;
export type GuardedField = (typeof GUARDED_FIELDS)[number];

export interface PrivacyFinding {
	kind: PrivacyKind;
	/** Some words before the spot, with … where the text is cut. */
	before: string;
	spot: string;
	after: string;
}

/** Per field what was found; a field without findings is left out. */
export type PrivacyFindings = Partial<Record<GuardedField, PrivacyFinding[]>>;

/** What was found in a field, under the name that the field has on its form. */
export interface FoundIn {
	label: string;
	spots: PrivacyFinding[];
}

const AROUND = 50;

/** What is found in one text, in its order. */
export function spotsIn(text: string, startYear: number): PrivacyFinding[] {
	return guardText(text, startYear).map(({ kind, start, end }) => ({
		kind,
		before: before(text, start),
		spot: text.slice(start, end),
		after: after(text, end),
	}));
}

/** Per field what was found, in the order of the text; a field without findings is left out. */
export function privacyFindingsOf(
	texts: { readonly [Field in GuardedField]?: string | undefined },
	startYear: number,
): PrivacyFindings {
	const findings: PrivacyFindings = {};
	for (const field of GUARDED_FIELDS) {
		const found = spotsIn(texts[field] ?? '', startYear);
		if (found.length > 0) findings[field] = found;
	}
	return findings;
}

function before(text: string, start: number): string {
	if (start <= AROUND) return text.slice(0, start);
	return `…${text.slice(start - AROUND, start).replace(/^\S*\s/u, '')}`;
}

function after(text: string, end: number): string {
	if (text.length - end <= AROUND) return text.slice(end);
	return `${text.slice(end, end + AROUND).replace(/\s\S*$/u, '')}…`;
}
