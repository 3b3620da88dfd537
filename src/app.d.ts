import type { IncomingMessage } from 'node:http';
import type { WorkPart } from '#lib/domain/work-part.ts';
import type { SecondFactorDuty } from '#lib/domain/second-factor.ts';
import type { Session } from '#lib/server/auth/sessions.ts';
import type { DatabaseFault } from '#lib/server/db/faults.ts';
import type { Context } from '#lib/server/use-case.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The number of the request, which the user can quote when asking for help; only with an unexpected fault. */
			id?: string;
		}
		interface Platform {
			/** The request as Node has it; only in the built server. */
			req?: IncomingMessage;
		}
		/** What stands in the history of the browser beside the address. */
		interface PageState {
			/** Of the workbench: which items are shown, and which one is open. */
			desk?: { part: WorkPart; item: string | null };
		}
		interface Locals {
			/** As in the log, and in the header `x-request-id` of the answer. */
			requestId: string;
			/** What the database failed of during this request. */
			fault?: DatabaseFault;
			/** The form that could not be saved because of that. */
			typed?: FormData;
			context: Context;
			/** Null when nobody is signed in. */
			session: Session | null;
			/** `set-up`: this session reaches nothing but setting up a second factor. */
			duty: Exclude<SecondFactorDuty, 'sign-in'>;
			/** The cookie value of the session, when there is one. */
			sessionToken: string | null;
		}
	}
}

export {};
