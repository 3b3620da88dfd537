/** Addresses in the demo. */
const AGENDA = 'uw-2019-2022';

export const demo = {
	agenda: `/agenda/${AGENDA}`,
	openRound: `/rea/${AGENDA}-2020-k4`,
	openProgress: `/rea/${AGENDA}-2020-k4/voortgang`,
	openPeriod: '2020-K4',
	openRoundSlug: `${AGENDA}-2020-k4`,
	/** The round that was adopted last. */
	report: `/rapporten/${AGENDA}-2020-k3`,
	letters: `/rapporten/${AGENDA}-2020-k3/brieven`,
	/** The OOGO that adopted the last round, and the one that is still to come. */
	heldMeeting: `/oogo/${AGENDA}-oogo-2020-11-12`,
	nextMeeting: `/oogo/${AGENDA}-oogo-2021-02-12`,
	openReport: `/rapporten/${AGENDA}-2020-k4`,
} as const;
