/**
 * Setting up an authenticator app. The new secret waits in the form itself, sealed for this person, so that looking at the
 * page changes nothing and an app that works stays in place until the new one has proved to work.
 */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { readCode, RECOVERY_CODES, writtenCode } from '#lib/domain/second-factor.ts';
import { command, query, type Context } from '../use-case.ts';
import { findAccountById } from './auth.repo.ts';
import { hashPassword } from './passwords.ts';
import { qrCodeOf, type QrCode } from './qr-code.ts';
import { replaceRecoveryCodes, saveSecondFactor } from './second-factor.repo.ts';
import { endAllSessions, renewSession } from './sessions.ts';
import { acceptedStep, minutesOff, newRecoveryCode, newSecret, setUpAddress } from './totp.ts';

/** A page that stayed open longer gets a new secret. */
const TICKET_MINUTES = 60;
const Ticket = z.object({ userId: z.number(), secret: z.string(), at: z.number() });
const ACCOUNT = () => ({ scope: { kind: 'account' } }) as const;

export interface Offer {
	qr: QrCode;
	/** To type instead, "ABCD EFGH ...". */
	secret: string;
	/** Goes back with the code. */
	ticket: string;
}

/** What the page shows; the same again when a code was wrong and its ticket comes along. */
export const offerSecondFactor = query({
	name: 'second-factor.offer',
	permission: 'account.use',
	input: z.object({ ticket: z.string().max(1000).optional() }),
	subject: ACCOUNT,
	run(context, { ticket }): Offer {
		const known = ticket === undefined ? null : secretIn(context, ticket);
		const secret = known ?? newSecret();
		const email = findAccountById(context.db, userIdOf(context))?.email ?? '';
		return {
			qr: qrCodeOf(setUpAddress(secret, email)),
			secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '),
			ticket: known && ticket ? ticket : ticketFor(context, secret),
		};
	},
});

const storeSecondFactor = command({
	name: 'second-factor.set-up',
	permission: 'account.use',
	input: z.object({
		/** Sealed. */
		secret: z.string(),
		step: z.number(),
		codeHashes: z.array(z.string()).length(RECOVERY_CODES),
		/** The session that goes on; every other one ends. */
		sessionId: z.string().nullable(),
	}),
	subject: ACCOUNT,
	run(context, { secret, step, codeHashes, sessionId }, subject): string | null {
		const { db, now, record } = context;
		const userId = userIdOf(context);
		saveSecondFactor(db, subject, { userId, secret, lastStep: step, now });
		replaceRecoveryCodes(db, subject, { userId, hashes: codeHashes, now });
		record({ entity: 'account', entityId: userId, after: { changed: 'second-factor-set' } });
		endAllSessions(db, userId, sessionId);
		return sessionId === null ? null : renewSession({ db, now }, sessionId);
	},
});

/** The new cookie value, and the recovery codes, which cannot be shown again. */
export interface SetUp {
	token: string | null;
	codes: string[];
}

/** Throws a sentence for a code that is wrong, and one that helps when only the clock of the phone is. */
export async function setUpSecondFactor(
	context: Context,
	{ ticket, typed, sessionId }: { ticket: string; typed: string; sessionId: string | null },
): Promise<SetUp> {
	const secret = secretIn(context, ticket);
	if (secret === null) {
		throw new DomainError(
			'wrong-state',
			'Deze pagina stond te lang open. Voeg de nieuwe code hieronder toe aan uw app en verwijder de oude.',
		);
	}
	const code = readCode(typed);
	if (code?.kind !== 'app') throw wrongCode('Vul de zes cijfers in die uw app nu laat zien.');
	const step = acceptedStep(secret, code.code, { now: context.now, lastStep: null });
	if (step === null) throw wrongCode(whyWrong(minutesOff(secret, code.code, context.now)));
	const { codes, codeHashes } = await newRecoveryCodes();
	const sealed = boxOf(context).seal(secret);
	const token = storeSecondFactor(context, { secret: sealed, step, codeHashes, sessionId });
	return { token, codes };
}

/** As they are written down, and as they are kept. */
export async function newRecoveryCodes(): Promise<{ codes: string[]; codeHashes: string[] }> {
	const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
	return { codes: codes.map(writtenCode), codeHashes: await Promise.all(codes.map(hashPassword)) };
}

function ticketFor(context: Context, secret: string): string {
	const ticket = { userId: userIdOf(context), secret, at: context.now.getTime() };
	return boxOf(context).seal(JSON.stringify(ticket));
}

/** Null for a ticket of somebody else, of long ago, or that we never made. */
function secretIn(context: Context, ticket: string): string | null {
	const opened = boxOf(context).open(ticket);
	if (opened === null) return null;
	const { userId, secret, at } = Ticket.parse(JSON.parse(opened));
	const isOld = Math.abs(context.now.getTime() - at) > TICKET_MINUTES * 60_000;
	return userId === userIdOf(context) && !isOld ? secret : null;
}

function whyWrong(minutes: number | null): string {
	if (minutes === null) {
		return 'Deze code klopt niet. Vul de code in die uw app nu laat zien bij Samenwerkingsagenda.';
	}
	const by = Math.abs(minutes) === 1 ? '1 minuut' : `${Math.abs(minutes)} minuten`;
	return `De klok van uw telefoon loopt ongeveer ${by} ${minutes > 0 ? 'voor' : 'achter'} op die van de server. Zet datum en tijd op uw telefoon op automatisch en vul een nieuwe code in. Stonden die al goed, vraag dan de beheerder om de klok van de server na te kijken.`;
}

function wrongCode(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { code: sentence } });
}

function boxOf({ box }: Context): NonNullable<Context['box']> {
	if (!box) throw new Error('A second factor needs the key of the server');
	return box;
}

function userIdOf({ actor }: Context): number {
	if (actor.kind !== 'person') throw new Error('A second factor is of a person');
	return actor.userId;
}
