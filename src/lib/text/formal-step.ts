/** What the question before a formal step says, in Dutch: what happens, who sees it, what is missing and why it may not. */
import {
	MEETING_STEPS,
	ROUND_STEPS,
	type Block,
	type Concern,
	type ConcernKind,
	type MeetingStep,
	type RoundStep,
} from '#lib/domain/formal-step.ts';
import { count, listing } from './nl.ts';

interface StepWords {
	/** In the address of the question, and the name of the form. */
	slug: string;
	/** Above the page and the dialog. */
	question: string;
	button: string;
	/** What is said on the page after it was done. */
	done: string;
}

export const ROUND_STEP_WORD = {
	open: {
		slug: 'openen',
		question: 'Peilmoment openen?',
		button: 'Peilmoment openen',
		done: 'Het peilmoment is open. Zolang niemand iets heeft ingevuld, kunt u dit terugnemen.',
	},
	'take-back': {
		slug: 'terugnemen',
		question: 'Terug naar gepland?',
		button: 'Terug naar gepland',
		done: 'Het peilmoment is terug naar gepland. Mails die nog wachtten, worden niet verstuurd.',
	},
	close: {
		slug: 'sluiten',
		question: 'Peilmoment sluiten?',
		button: 'Peilmoment sluiten',
		done: 'Het peilmoment is gesloten. U kunt het weer openen zolang het niet is vastgesteld.',
	},
	reopen: {
		slug: 'heropenen',
		question: 'Voor iedereen weer openen?',
		button: 'Voor iedereen weer openen',
		done: 'Het peilmoment is weer open voor iedereen.',
	},
} as const satisfies Record<RoundStep, StepWords>;

export const MEETING_STEP_WORD = {
	start: {
		slug: 'beginnen',
		question: 'Vergadering beginnen?',
		button: 'Vergadering beginnen',
		done: 'De vergadering is begonnen.',
	},
	'take-back': {
		slug: 'niet-begonnen',
		question: 'Begin terugnemen?',
		button: 'Begin terugnemen',
		done: 'De vergadering staat weer op gepland.',
	},
	close: {
		slug: 'sluiten',
		question: 'Vergadering sluiten?',
		button: 'Vergadering sluiten',
		done: 'De vergadering is gesloten. Weer openen kan zolang het peilmoment niet is vastgesteld.',
	},
	reopen: {
		slug: 'heropenen',
		question: 'Toch weer openen?',
		button: 'Toch weer openen',
		done: 'De vergadering is weer open.',
	},
	cancel: {
		slug: 'afgelasten',
		question: 'Vergadering afgelasten?',
		button: 'Vergadering afgelasten',
		done: 'De vergadering is afgelast. Is dat een vergissing, dan kunt u dat terugnemen.',
	},
	restore: {
		slug: 'doorgaan',
		question: 'Afgelasten terugnemen?',
		button: 'Afgelasten terugnemen',
		done: 'De vergadering gaat weer door.',
	},
} as const satisfies Record<MeetingStep, StepWords>;

/** Undefined for an address that is no step. */
export function roundStepOf(slug: string): RoundStep | undefined {
	return ROUND_STEPS.find((step) => ROUND_STEP_WORD[step].slug === slug);
}

export function meetingStepOf(slug: string): MeetingStep | undefined {
	return MEETING_STEPS.find((step) => MEETING_STEP_WORD[step].slug === slug);
}

/** The step was taken already, or somebody else was first. */
export const STEP_IMPOSSIBLE = 'Deze stap kan nu niet. Misschien heeft iemand anders hem net gezet.';

const days = (amount: number) => count(amount, 'dag', 'dagen');

/** A sentence that the names follow, or a whole sentence where there are none. */
const CONCERN_SENTENCE = {
	'before-period-over': (amount) =>
		`Het is ${days(amount)} voordat de periode voorbij is. Een peilmoment meet wat er ná de periode is bereikt.`,
	'before-planned-day': (amount) => `Het is ${days(amount)} vóór de geplande dag.`,
	'before-last-day': (amount) =>
		`De laatste dag om in te vullen is nog niet voorbij: mensen kunnen nog ${days(amount)} invullen.`,
	'after-last-day': (amount) => `De laatste dag om in te vullen is ${days(amount)} voorbij.`,
	'without-lead': () => 'Deze punten hebben geen trekker, dus niemand krijgt een mail om ze in te vullen:',
	unanswered: () => 'Hiervoor is niets ingevuld. Dit telt als niet beantwoord:',
	draft: () => 'Hiervan staat er een concept dat nooit is ingediend. Dit telt als niet beantwoord:',
	returned: () => 'Dit is teruggegeven en niet opnieuw ingediend. Het telt als niet beantwoord:',
	discussed: () => 'Dit overleg heeft al over dit peilmoment gesproken:',
	'reopened-for': () => 'Voor deze mensen was het peilmoment apart open. Dat vervalt:',
	'before-meeting-day': (amount) => `Het is ${days(amount)} vóór de dag van de vergadering.`,
	'round-not-closed': () => 'Dit peilmoment is nog niet gesloten, dus het bestuur ziet er niets van:',
	silent: () => 'Deze deelnemers hebben nog geen standpunt gegeven over het geheel:',
	'without-owner': () => 'Deze besluiten zijn van alle deelnemers samen, niet van één organisatie:',
	'without-date': () => 'Deze besluiten hebben geen datum waarop het klaar moet zijn:',
} as const satisfies Record<ConcernKind, (days: number) => string>;

export function concernSentence({ kind, days: amount }: Concern): string {
	return CONCERN_SENTENCE[kind](amount);
}

const BLOCK_SENTENCE = {
	'period-not-begun':
		'De periode van dit peilmoment is nog niet begonnen. Open het peilmoment na de periode, of kies een andere dag.',
	waiting: 'Geef eerst akkoord op wat is ingediend, of geef het terug:',
	'filled-in': 'Er is al iets ingevuld, dus het openen kan niet meer worden teruggenomen.',
	'before-day':
		'De dag van de vergadering is nog niet geweest. Sluit de vergadering op die dag of later, of wijzig eerst de datum.',
	adopted: 'Dit peilmoment is al vastgesteld. Wat erbij hoort kan alleen nog met een correctie veranderen:',
	decided:
		'In deze vergadering is al iets besloten, dus de vergadering is gehouden. Sluit de vergadering in plaats van afgelasten.',
} as const satisfies Record<Block['kind'], string>;

export function blockSentence({ kind }: Block): string {
	return BLOCK_SENTENCE[kind];
}

/** What a command says when something else is missing than the person was shown. */
export function unshownSentence(concerns: readonly Concern[]): string {
	const what = concerns.map((one) =>
		[
			concernSentence(one),
			one.named.length > 0 ? ` ${listing(one.named.map(({ name }) => name))}.` : '',
		].join(''),
	);
	return `Bekijk eerst wat er nu ontbreekt en bevestig daarna opnieuw. ${what.join(' ')}`;
}

export interface StepMails {
	/** How many mails go out because of the step. */
	follow: number;
	/** How many that still wait will not be sent. */
	withdrawn: number;
	/** Who got a mail already that the step makes untrue. */
	sentTo: readonly string[];
}

/** Who gets a mail, which mails are held back, and who has to be told by hand. */
export function mailSentences({ follow, withdrawn, sentTo }: StepMails): string[] {
	const goes = follow === 0 ? 'Niemand krijgt hierover een mail.' : `Er ${mails(follow)} uit.`;
	return [
		goes,
		...(withdrawn > 0
			? [
					`${count(withdrawn, 'mail die nog wacht, wordt', 'mails die nog wachten, worden')} niet meer verstuurd.`,
				]
			: []),
		...(sentTo.length > 0
			? [`Al een mail hierover gekregen: ${listing(sentTo)}. Laat hun zelf weten dat het verandert.`]
			: []),
	];
}

/** "gaat 1 mail", "gaan 3 mails". */
function mails(amount: number): string {
	return `${amount === 1 ? 'gaat' : 'gaan'} ${count(amount, 'mail', 'mails')}`;
}

interface RoundWords {
	/** "23 april 2021". */
	lastDay: string;
	officialForum: string;
	boardForum: string;
}

export const ROUND_STEP_HAPPENS = {
	open: ({ lastDay, officialForum, boardForum }) => [
		`De trekkers en betrokken organisaties kunnen dan invullen, tot en met ${lastDay}.`,
		`Wat er wordt ingevuld, ziet alleen het ${officialForum}. Het ${boardForum} ziet het na het sluiten.`,
		'U kunt dit terugnemen zolang niemand iets heeft ingevuld.',
	],
	'take-back': () => [
		'Niemand kan dan nog invullen. De geplande datums blijven staan.',
		'U kunt het peilmoment later opnieuw openen.',
	],
	close: ({ officialForum, boardForum }) => [
		'Niemand kan dan nog invullen.',
		`Het ${boardForum} ziet dan wat in het ${officialForum} akkoord is. Griffie en raad zien het pas na de vaststelling.`,
		'U kunt het peilmoment weer openen zolang het niet is vastgesteld.',
	],
	reopen: ({ boardForum }) => [
		'Iedereen kan dan weer invullen en wijzigen. De datum van de bespreking vervalt.',
		`Het ${boardForum} ziet dit peilmoment dan niet meer, tot u het weer sluit.`,
	],
} as const satisfies Record<RoundStep, (words: RoundWords) => string[]>;

export const MEETING_STEP_HAPPENS = {
	start: [
		'Iedereen die deze vergadering kan zien, ziet dan dat die bezig is.',
		'U kunt dit terugnemen zolang het peilmoment niet is vastgesteld.',
	],
	'take-back': [
		'De vergadering staat dan weer op gepland. Wat al is vastgelegd, blijft staan.',
		'U kunt de vergadering later opnieuw beginnen.',
	],
	close: [
		'De agenda, de aanwezigheid, de besluiten en de standpunten liggen dan vast. De opvolging van besluiten kan daarna nog.',
		'U kunt de vergadering weer openen zolang het peilmoment niet is vastgesteld.',
	],
	reopen: [
		'De agenda, de aanwezigheid, de besluiten en de standpunten kunnen dan weer veranderen.',
		'Wat al is vastgelegd, blijft staan.',
	],
	cancel: [
		'De vergadering blijft als afgelast in de lijst staan en verdwijnt uit de kalender.',
		'U kunt dit terugnemen.',
	],
	restore: ['De vergadering staat dan weer op de dag die gepland was. Klopt die dag nog?'],
} as const satisfies Record<MeetingStep, readonly string[]>;
