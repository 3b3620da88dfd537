/** What an organisation says of an item for its own area. It stands beside the joint level and is never counted in it. */
import type { Level } from './level.ts';

export interface Said {
	level: Level | null;
	narrative: string;
}

/** Nothing was said: never written, or taken back. */
export function isSilent(said: Said | null): boolean {
	return said === null || (said.level === null && said.narrative.trim() === '');
}

/** Only where both have a level can one differ from the other. */
export function differsFromJoint(said: Said | null, joint: Level | null): boolean {
	return said !== null && said.level !== null && joint !== null && said.level !== joint;
}
