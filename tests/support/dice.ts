/** Chance that is the same every time, for walks through the product. */

/** The same numbers for the same seed, each from 0 up to `below`. */
export function dice(seed: number): (below: number) => number {
	let state = Math.imul(seed, 2_654_435_761) >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

export function pick<T>(roll: (below: number) => number, values: readonly T[]): T {
	const value = values[roll(values.length)];
	if (value === undefined) throw new Error('Nothing to pick from');
	return value;
}
