/** The second step of signing in: a code of the app, or a recovery code. Counted before it is looked at, like a password. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { FEW_RECOVERY_CODES, MOST_WRONG_CODES, readCode, type TypedCode } from '#lib/domain/second-factor.ts';
import { type AuditEntry, command, query, type Context } from '../use-case.ts';
import { countTry, forgetRefusals, forgetTries, refusalEntries } from './attempts.ts';
import { knownAs } from './known-devices.ts';
import { verifyPassword } from './passwords.ts';
import {
	addPendingFailure,
	advanceStep,
	countRecoveryCodes,
	deletePending,
	findPending,
	findSecondFactor,
	listRecoveryHashes,
	useUpRecoveryCode,
} from './second-factor.repo.ts';
import { startSession } from './sessions.ts';
import type { From } from './sign-in.ts';
import { codeKeys } from './throttle.ts';
import { hashToken } from './tokens.ts';
import { acceptedStep } from './totp.ts';

const PUBLIC = { scope: { kind: 'public' } } as const;
const Pending = z.object({ token: z.string().max(200) });
const Given = Pending.extend({
	/** What this browser is known by; see `knownAs`. */
	tokens: z.array(z.string()),
});

/** What proved right; null for a wrong code. */
const Proof = z.union([z.object({ step: z.number() }), z.object({ codeHash: z.string() })]).nullable();

function subjectOf({ db, now }: Context, { token }: { token: string }) {
	const pending = findPending(db, hashToken(token), now);
	return pending && { ...PUBLIC, pending };
}

/** Whether a right password still waits for its second factor. */
export const isPending = query({
	name: 'auth.is-pending',
	permission: 'public',
	input: Pending,
	subject: () => PUBLIC,
	run: ({ db, now }, { token }) => findPending(db, hashToken(token), now) !== null,
});

/** Counts the code as wrong until it proves right. Null when this sign-in has had too many. Throws `throttled`. */
const countCode = command({
	name: 'auth.count-code',
	permission: 'public',
	input: Given,
	subject: (context, input) => subjectOf(context, input),
	run({ db, now, nothingChanged }, { tokens }, { pending: { userId, tokenHash, failures } }) {
		nothingChanged();
		if (failures >= MOST_WRONG_CODES) return null;
		countTry({ db, now }, codeKeys(userId, knownAs({ db, now }, { userId }, tokens)));
		addPendingFailure(db, tokenHash);
		const factor = findSecondFactor(db, userId);
		return { userId, factor, recoveryHashes: listRecoveryHashes(db, userId) };
	},
});

type Outcome = { kind: 'wrong' } | { kind: 'over' } | { kind: 'right'; userId: number; codesLeft: number };

/** Uses the code up, in one go with what follows, so that the same code twice at the same time lets in once. */
const finishCode = command({
	name: 'auth.finish-code',
	permission: 'public',
	input: Given.extend({ proof: Proof }),
	subject: (context, input) => subjectOf(context, input),
	run({ db, now, record }, { tokens, proof }, { pending: { userId, tokenHash, failures } }): Outcome {
		const guessed = { userId, what: 'code' } as const;
		if (proof === null || !isUsedUp({ db, now }, userId, proof)) {
			refusalEntries({ db, now }, guessed).forEach(record);
			if (failures < MOST_WRONG_CODES) return { kind: 'wrong' };
			deletePending(db, tokenHash);
			return { kind: 'over' };
		}
		deletePending(db, tokenHash);
		forgetTries({ db, now }, codeKeys(userId, knownAs({ db, now }, { userId }, tokens)));
		forgetRefusals({ db, now }, guessed);
		const codesLeft = countRecoveryCodes(db, userId);
		const used = { changed: 'recovery-code-used', codesLeft };
		const after: AuditEntry['after'] = { signedIn: 'second-factor', ...('codeHash' in proof && used) };
		record({ entity: 'account', entityId: userId, after });
		return { kind: 'right', userId, codesLeft };
	},
});

function isUsedUp(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	userId: number,
	proof: NonNullable<z.infer<typeof Proof>>,
): boolean {
	return 'step' in proof
		? advanceStep(db, userId, proof.step)
		: useUpRecoveryCode(db, userId, proof.codeHash, now);
}

/** `fewCodes`: how many recovery codes are left, when a code was used; null when it was the app. */
export type GivenCode =
	{ kind: 'over' } | { kind: 'session'; token: string; userId: number; codesLeft: number | null };

/** Throws a sentence for a wrong code; `over` means that signing in starts again. */
export async function giveCode(
	context: Context,
	{ token, typed }: { token: string; typed: string },
	{ device, tokens = [] }: Pick<From, 'device' | 'tokens'>,
): Promise<GivenCode> {
	const code = readCode(typed);
	if (code === null) throw wrongCode('Vul de zes cijfers uit uw app in, of een herstelcode van tien tekens.');
	if (!isPending(context, { token })) return { kind: 'over' };
	const counted = countCode(context, { token, tokens });
	if (counted === null) return { kind: 'over' };
	const proof = await proofOf(context, code, counted);
	const outcome = finishCode(context, { token, tokens, proof });
	if (outcome.kind === 'over') return outcome;
	if (outcome.kind === 'wrong') throw wrongCode(code.kind === 'app' ? WRONG_APP_CODE : WRONG_RECOVERY_CODE);
	const { userId } = outcome;
	const started = { userId, method: 'password', secondFactor: true, device } as const;
	const session = await startSession(context, started);
	return {
		kind: 'session',
		token: session,
		userId,
		codesLeft: code.kind === 'app' ? null : outcome.codesLeft,
	};
}

async function proofOf(
	{ box, now }: Context,
	{ kind, code }: TypedCode,
	{ factor, recoveryHashes }: NonNullable<ReturnType<typeof countCode>>,
): Promise<z.infer<typeof Proof>> {
	if (kind === 'app') {
		const secret = factor && (box?.open(factor.secret) ?? null);
		if (factor && secret === null) throw wrongCode(KEY_IS_GONE);
		const step = secret && acceptedStep(secret, code, { now, lastStep: factor?.lastStep ?? null });
		return step ? { step } : null;
	}
	for (const codeHash of recoveryHashes) if (await verifyPassword(codeHash, code)) return { codeHash };
	return null;
}

export function hasFewCodes(codesLeft: number): boolean {
	return codesLeft <= FEW_RECOVERY_CODES;
}

const WRONG_APP_CODE =
	'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app en vul die in. Helpt dat niet, kijk dan of de klok van uw telefoon goed staat.';
const WRONG_RECOVERY_CODE = 'Deze herstelcode klopt niet, of is al gebruikt. Neem een andere van uw lijst.';
const KEY_IS_GONE =
	'De codes van uw app kunnen niet worden gecontroleerd, omdat de sleutel van deze server is veranderd. Log in met een herstelcode, of vraag de beheerder om uw tweede factor uit te zetten.';

function wrongCode(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { code: sentence } });
}
