/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds), and the only importer of otpauth. */
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { CODE_LENGTH, CODE_LETTERS } from '#lib/domain/second-factor.ts';

export const STEP_SECONDS = 30;
/** Codes of the step before and after are good too: clocks differ and people type slowly. */
const WINDOW = 1;
/** How far off a clock may be for us to say so while an app is being set up. */
const NOTICED_STEPS = 2 * 60 * 2;
const SECRET_BYTES = 20;
const ISSUER = 'Samenwerkingsagenda';

function totpOf(secret: string, label = ''): TOTP {
	const settings = { issuer: ISSUER, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;
	return new TOTP({ ...settings, label, secret: Secret.fromBase32(secret) });
}

/** 160 bits in base32. */
export function newSecret(): string {
	return new Secret({ size: SECRET_BYTES }).base32;
}

/** The number of the half minute, counted from 1970. */
export function stepOf(now: Date): number {
	return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The step of this code, or null when it is wrong, of another time, or not later than the last one that was accepted. */
export function acceptedStep(
	secret: string,
	code: string,
	{ now, lastStep }: { now: Date; lastStep: number | null },
): number | null {
	const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp: now.getTime() });
	if (delta === null) return null;
	const step = stepOf(now) + delta;
	return lastStep !== null && step <= lastStep ? null : step;
}

/**
 * By how many minutes the clock of the app is off, positive when it is ahead; null when this code fits no moment within two
 * hours. Only for who is setting up an app and sees its secret: to anybody else it would say too much.
 */
export function minutesOff(secret: string, code: string, now: Date): number | null {
	const delta = totpOf(secret).validate({ token: code, window: NOTICED_STEPS, timestamp: now.getTime() });
	if (delta === null || Math.abs(delta) <= WINDOW) return null;
	return Math.sign(delta) * Math.max(1, Math.round((Math.abs(delta) * STEP_SECONDS) / 60));
}

/** What the picture holds: the app shows the address beside the code. */
export function setUpAddress(secret: string, email: string): string {
	return totpOf(secret, email).toString();
}

/** Ten characters, about 49 bits. */
export function newRecoveryCode(): string {
	const letters = Array.from({ length: CODE_LENGTH }, () =>
		CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)),
	);
	return letters.join('');
}
