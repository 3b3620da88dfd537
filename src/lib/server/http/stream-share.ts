/** How many live connections there may be at once, and whose: nobody and no region may take the places of all. Pure. */

/** Each holds a socket; a browser opens one per page. */
export const MOST_CONNECTIONS = 400;
/** Whatever one region does, the others have as many left. */
export const MOST_PER_REGION = 200;
/** More screens than anybody has, in however many sessions. */
export const MOST_PER_PERSON = 16;
export const MOST_PER_SESSION = 8;

export interface Listener {
	/** What its session is known by. */
	token: string;
	userId: number;
	/** Null for what belongs to no region. */
	regionId: number | null;
}

export function hasPlace(open: Iterable<Listener>, { token, userId, regionId }: Listener): boolean {
	let [all, ofRegion, ofPerson, ofSession] = [0, 0, 0, 0];
	for (const one of open) {
		all += 1;
		if (one.regionId === regionId) ofRegion += 1;
		if (one.userId === userId) ofPerson += 1;
		if (one.token === token) ofSession += 1;
	}
	return (
		all < MOST_CONNECTIONS &&
		ofRegion < MOST_PER_REGION &&
		ofPerson < MOST_PER_PERSON &&
		ofSession < MOST_PER_SESSION
	);
}
