import { expect, test } from 'vitest';
import { DOORS, DOORS_OF_PROGRAMS } from '../support/doors.ts';
import { foundDoors } from '../support/found-doors.ts';

test('every address and every form stands in the table of doors, and no row is left of one that is gone', () => {
	expect([...DOORS.map(({ door }) => door), ...DOORS_OF_PROGRAMS].sort()).toEqual(foundDoors());
});
