import type { Session } from '#lib/server/auth/sessions.ts';
import type { Context } from '#lib/server/use-case.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** What the user can quote when asking for help; only with an unexpected fault. */
			id?: string;
		}
		interface Locals {
			context: Context;
			/** Null when nobody is signed in. */
			session: Session | null;
			/** The cookie value of the session, when there is one. */
			sessionToken: string | null;
		}
	}
}

export {};
