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
			/** The cookie value of the session, when there is one. */
			sessionToken: string | null;
		}
	}
}

export {};
