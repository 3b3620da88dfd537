/** A session for tests that begin signed in: with everything given that a sign-in can ask for. */
import type { NewSession } from '#lib/server/auth/sessions.ts';

export function signedIn(userId: number, overrides: Partial<NewSession> = {}): NewSession {
	return { userId, method: 'password', secondFactor: true, device: 'Firefox op Linux', ...overrides };
}
