/** Which of the many forms of a meeting page was refused, and what was typed in it. */

export interface Refused {
	message: string;
	values: Record<string, string>;
	fields: Record<string, string>;
	theirs: Record<string, string> | null;
	theirVersion: number | null;
}

/** The refusal when it is about the form with this key; null for every other form. */
export function refusalFor(form: Refused | null | undefined, key: string): Refused | null {
	return form && form.values['vorm'] === key ? form : null;
}

/** For the summary on top: each sentence with the id of its field, or of the form itself. */
export function summaryOf(form: Refused | null | undefined): { id: string; sentence: string }[] {
	if (!form) return [];
	const key = form.values['vorm'] ?? 'inhoud';
	const fields = Object.entries(form.fields);
	if (fields.length === 0) return [{ id: form.values['terug'] || key, sentence: form.message }];
	return fields.map(([name, sentence]) => ({ id: `${key}-${name}`, sentence }));
}
