/** The errors of a refused form as the summary on top of the page lists them. */

interface Refused {
	message: string;
	fields: Record<string, string>;
}

/** A refusal that is about no field in particular points to `fallback`. `prefix` is that of the ids on the page. */
export function errorsOf(
	refused: Refused | null | undefined,
	fallback: string,
	prefix = '',
): { id: string; sentence: string }[] {
	if (!refused) return [];
	const fields = Object.entries(refused.fields);
	if (fields.length === 0) return [{ id: prefix + fallback, sentence: refused.message }];
	return fields.map(([name, sentence]) => ({ id: prefix + name, sentence }));
}
