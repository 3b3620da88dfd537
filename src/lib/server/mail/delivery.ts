/** What a mail server made of a mail, and how its answers are read. Pure. */

export interface Message {
	/** Stays the same when the mail is tried again, so that a reader's mail program can see it is the same one. */
	messageId: string;
	to: string;
	subject: string;
	text: string;
	html: string;
}

/** `uncertain`: the connection broke off without an answer, so the mail may have been accepted. */
export const OUTCOMES = ['sent', 'refused-for-now', 'refused', 'uncertain'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Delivery {
	outcome: Outcome;
	/** A sentence for the beheerder; empty when it was sent. */
	problem: string;
}

/** Whatever can take a mail: the mail server of the region, or one of a test. */
export interface Post {
	/** Null when mail can be handed over now; else a sentence on why not. */
	whyUnreachable(): Promise<string | null>;
	send(message: Message): Promise<Delivery>;
	close(): void;
}

export interface MailFailure {
	/** Of the mail library, such as EENVELOPE. */
	code?: string | undefined;
	/** Of the system, such as ECONNREFUSED. */
	originalCode?: string | undefined;
	timeoutType?: string | undefined;
	/** The three digits that the mail server answered with. */
	responseCode?: number | undefined;
	response?: string | undefined;
	message: string;
}

/** Before a mail is handed over, so that nothing can have been accepted. */
const BEFORE_HANDING_OVER = [
	'EDNS',
	'EAUTH',
	'ETLS',
	'ECONFIG',
	'ECONNREFUSED',
	'CONNECTION_TIMEOUT',
	'GREETING_TIMEOUT',
];
/** The mail itself is wrong: trying again gives the same. */
const WRONG_MAIL = ['EMESSAGE', 'EENVELOPE'];

export function judgeFailure(failure: MailFailure): Delivery {
	const { code = '', originalCode = '', timeoutType = '', responseCode, response } = failure;
	const answer = shortened(response ?? failure.message);
	const signs = [code, originalCode, timeoutType];
	if (signs.some((sign) => BEFORE_HANDING_OVER.includes(sign)))
		return { outcome: 'refused-for-now', problem: `De mailserver nam de mail nog niet aan: ${answer}` };
	if (responseCode !== undefined && responseCode >= 500)
		return { outcome: 'refused', problem: `De mailserver weigerde de mail: ${answer}` };
	if (responseCode !== undefined && responseCode >= 400)
		return { outcome: 'refused-for-now', problem: `De mailserver nam de mail nog niet aan: ${answer}` };
	if (WRONG_MAIL.includes(code))
		return { outcome: 'refused', problem: `De mail kan niet worden verstuurd: ${answer}` };
	return {
		outcome: 'uncertain',
		problem: 'De verbinding met de mailserver brak af. De mail kan zijn aangekomen.',
	};
}

const LONGEST_ANSWER = 200;

function shortened(answer: string): string {
	const line = answer.replaceAll(/\s+/g, ' ').trim();
	return line.length > LONGEST_ANSWER ? `${line.slice(0, LONGEST_ANSWER)}…` : line;
}
