/** Numbers as people here write them: "72", "6,5", "1.250,5". */

/** Null for what is no number, also for "7.5": that could be seven and a half or seventy-five. */
export function parseDecimal(text: string): number | null {
	if (!/^-?(?:\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,\d{1,4})?$/.test(text)) return null;
	return Number(text.replaceAll('.', '').replace(',', '.'));
}

/** The same number as it would be typed: with a decimal comma and without points. */
export function typedDecimal(value: number): string {
	return String(value).replace('.', ',');
}
