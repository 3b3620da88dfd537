/** Who must give a second factor, what a session still owes, and how codes are written. Pure. */
import type { Person, Role } from './access.ts';
import type { SignInMethod } from './sign-in.ts';

export const RECOVERY_CODES = 10;
/** With this many left we say so. */
export const FEW_RECOVERY_CODES = 3;
export const MOST_WRONG_CODES = 10;
export const PENDING_MINUTES = 10;
/** Before a sensitive change somebody must have proved to be there this recently. */
export const CONFIRMED_MINUTES = 10;
/** A form that was opened in time may be sent until this long after. */
export const CONFIRMED_TO_SEND_MINUTES = 30;

const ROLES_THAT_MUST: readonly Role[] = ['administrator', 'coordinator'];

/** `askedOfAll`: the regions that ask a second factor of everybody. */
export function mustHaveSecondFactor(
	{ platformAdministrator, memberships }: Pick<Person, 'platformAdministrator' | 'memberships'>,
	askedOfAll: ReadonlySet<number>,
): boolean {
	return (
		platformAdministrator ||
		memberships.some(({ role, regionId }) => ROLES_THAT_MUST.includes(role) || askedOfAll.has(regionId))
	);
}

/** `set-up`: nothing else may be reached until there is one. `sign-in`: there is one, and this session never gave it. */
export type SecondFactorDuty = 'none' | 'set-up' | 'sign-in';

/**
 * What a session still owes. The demo asks for none; the service of an organisation asks for its own. `has`: an app that
 * was proved to work.
 */
export function dutyOf(
	session: { method: SignInMethod; secondFactorAt: Date | null },
	{ has, must }: { has: boolean; must: boolean },
): SecondFactorDuty {
	if (session.method !== 'password' || session.secondFactorAt !== null) return 'none';
	if (has) return 'sign-in';
	return must ? 'set-up' : 'none';
}

/** Not when it was after now: then the clock went back, and nobody knows how long ago it was. */
export function isConfirmed(confirmedAt: Date | null, now: Date, minutes: number): boolean {
	const age = confirmedAt === null ? null : now.getTime() - confirmedAt.getTime();
	return age !== null && age >= 0 && age < minutes * 60_000;
}

/** Without I, L, O, U, 0 and 1, which are read as each other or make words. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 10;

/** "ABCDE-FGHJK". */
export function writtenCode(code: string): string {
	return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

export type TypedCode = { kind: 'app' | 'recovery'; code: string };

/** What somebody typed: six digits of the app or a recovery code, with spaces and dashes as they like. Null for neither. */
export function readCode(typed: string): TypedCode | null {
	const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
	if (/^\d{6}$/.test(code)) return { kind: 'app', code };
	const isRecovery = code.length === CODE_LENGTH && [...code].every((one) => CODE_LETTERS.includes(one));
	return isRecovery ? { kind: 'recovery', code } : null;
}

/** After this many wrong passwords or codes the person gets a mail, at most one a day. */
export const FAILURES_TO_TELL = 10;

/** What happened to an account that its person hears by mail. */
export const ACCOUNT_CHANGES = [
	'password',
	'email',
	'second-factor-set',
	'second-factor-removed',
	'second-factor-reset',
	'recovery-codes',
	'recovery-code-used',
	'password-guessed',
	'code-guessed',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];
