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
	openReport: `/rapporten/${AGENDA}-2020-k4`,
} as const;
