/** What the adviser expects: is donkergroen reached before the agenda ends? Ja, twijfel, nee. */
export const EXPECTATIONS = ['yes', 'doubt', 'no'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];
