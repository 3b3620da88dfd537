/** The test world's present: in the weeks in which its open round is filled in. */
export const NOW = new Date('2021-01-14T09:30:00Z');
