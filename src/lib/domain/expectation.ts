/** What the adviser expects: is the top rung reached before the agenda ends? Ja, twijfel, nee. */
export const EXPECTATIONS = ['yes', 'doubt', 'no'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

export function isExpectation(value: unknown): value is Expectation {
	return EXPECTATIONS.some((one) => one === value);
}

/** Twijfel and nee ask why on submit. */
export function asksWhy(expectation: Expectation | null): boolean {
	return expectation === 'doubt' || expectation === 'no';
}
