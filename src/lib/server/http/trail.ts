/** Writes in the audit trail what a request was refused, and which document it took away. After the work, outside its transaction. */
import { isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import { noteDownload, noteRefusal } from '../audit/note-access.ts';
import type { Notice } from '../use-case.ts';

export const withTrail: Handle = async ({ event, resolve }) => {
	const { context } = event.locals;
	const noticed: Notice[] = [];
	event.locals.context = { ...context, notice: (one) => noticed.push(one) };
	try {
		const response = await resolve(event);
		if (isDownload(event, response)) {
			const regionId = noticed.findLast((one) => one.regionId !== null)?.regionId ?? null;
			noteDownload(context, { regionId, path: pathOf(event) + event.url.search });
		}
		return response;
	} catch (failure) {
		if (isHttpError(failure, 403)) {
			const what = event.route.id ?? 'onbekend';
			noticed.push({ verdict: 'refused', useCase: what, regionId: null });
		}
		throw failure;
	} finally {
		for (const { verdict, useCase, regionId } of noticed) {
			if (verdict !== 'refused') continue;
			const { method } = event.request;
			noteRefusal(context, { what: useCase, regionId, method, path: pathOf(event) });
		}
	}
};

/** A feed that a calendar fetches by itself is none: nobody is signed in there. */
function isDownload({ request, locals }: RequestEvent, { status, headers }: Response): boolean {
	const isAttachment = headers.get('content-disposition')?.startsWith('attachment') ?? false;
	return request.method === 'GET' && status === 200 && isAttachment && locals.context.actor.kind === 'person';
}

/** What stands in an address as a token opens something: it stays out of the trail. */
function pathOf({ route, params, url }: RequestEvent): string {
	return 'token' in params ? (route.id ?? '') : url.pathname;
}
