/** What somebody sees after a trip that did not simply let in: why not, or how the test went. Pure. */
import { stepOf, TRIP_STEPS, type Claims, type TripRefusal } from '#lib/domain/single-sign-on.ts';
import { REFUSAL_SENTENCE, STEP_WORD } from '#lib/text/single-sign-on.ts';
import type { Arrival } from './travel.ts';

export interface StepLine {
	name: string;
	/** 'done', 'failed', or 'skipped' after a failure. */
	state: 'done' | 'failed' | 'skipped';
	/** "gelukt", "mislukt" or "niet aan toe gekomen". */
	word: string;
	sentence: string;
}

export interface ArrivalView {
	title: string;
	alert: { kind: 'ok' | 'warning' | 'error'; title: string; text: string };
	/** What the service or the network said, for who manages it. */
	detail: string;
	/** Of a test only. */
	steps: StepLine[];
	/** What the service said of the person, in a test that came through. */
	claims: { name: string; value: string }[];
	back: { href: string; label: string };
}

const STATE_WORD = { done: 'gelukt', failed: 'mislukt', skipped: 'niet aan toe gekomen' } as const;
const DONE = {
	discovery: 'De dienst is gevonden en noemt zichzelf zoals is ingesteld.',
	'sign-in': 'De dienst heeft u laten inloggen en stuurde u hierheen terug.',
	token: 'De dienst herkende deze toepassing en gaf een antwoord.',
	claims: 'Afzender, toepassing, handtekening, geldigheid en inlogpoging kloppen.',
} as const;

export function arrivalView({ outcome, kind, organisationName, returnTo }: Arrival): ArrivalView {
	if (outcome.kind === 'tested') return passedTest(outcome, organisationName, returnTo);
	const { refusal, detail } =
		outcome.kind === 'refused' ? outcome : { refusal: 'unknown-trip' as const, detail: '' };
	const isTest = kind === 'test';
	return {
		title: isTest ? `Test van de inlogdienst van ${organisationName}` : 'Inloggen is niet gelukt',
		alert: {
			kind: 'error',
			title: isTest ? 'De test is niet geslaagd' : 'U bent niet verder gekomen',
			text: REFUSAL_SENTENCE[refusal],
		},
		detail,
		steps: isTest ? stepsUntil(refusal) : [],
		claims: [],
		back: backOf(kind, returnTo),
	};
}

function passedTest(
	{ claims, arrival }: Extract<Arrival['outcome'], { kind: 'tested' }>,
	organisationName: string,
	returnTo: string,
): ArrivalView {
	const knows = !('refusal' in arrival);
	const account = knows
		? `Een echte inlogpoging zou u inloggen als ${arrival.name}${arrival.isNew ? ', en uw account daarbij koppelen' : ''}.`
		: `Een echte inlogpoging zou u nog niet inloggen. ${REFUSAL_SENTENCE[arrival.refusal]}`;
	return {
		title: `Test van de inlogdienst van ${organisationName}`,
		alert: { kind: knows ? 'ok' : 'warning', title: 'De test is geslaagd', text: account },
		detail: '',
		steps: TRIP_STEPS.map((step) => ({
			name: STEP_WORD[step],
			state: 'done',
			word: STATE_WORD.done,
			sentence: DONE[step],
		})),
		claims: claimLines(claims),
		back: backOf('test', returnTo),
	};
}

function stepsUntil(refusal: TripRefusal): StepLine[] {
	const failed = TRIP_STEPS.indexOf(stepOf(refusal));
	return TRIP_STEPS.map((step, index) => {
		const state = index < failed ? 'done' : index === failed ? 'failed' : 'skipped';
		const sentence = { done: DONE[step], failed: REFUSAL_SENTENCE[refusal], skipped: '' }[state];
		return { name: STEP_WORD[step], state, word: STATE_WORD[state], sentence };
	});
}

function claimLines({ issuer, subject, acr, email, emailVerified }: Claims): ArrivalView['claims'] {
	const vouched = emailVerified ? 'bevestigd door de dienst' : 'niet bevestigd door de dienst';
	return [
		{ name: 'Dienst (iss)', value: issuer },
		{ name: 'Persoon (sub)', value: subject },
		{ name: 'Zekerheid (acr)', value: acr ?? 'niet meegestuurd' },
		{ name: 'E-mailadres (email)', value: email === null ? 'niet meegestuurd' : `${email}, ${vouched}` },
	];
}

function backOf(kind: Arrival['kind'], returnTo: string): ArrivalView['back'] {
	if (kind === 'test') return { href: returnTo, label: 'Terug naar de instellingen' };
	if (kind === 'link' || kind === 'confirm')
		return { href: '/account/inlogdienst', label: 'Terug naar uw account' };
	return { href: '/inloggen', label: 'Naar inloggen' };
}
