/**
 * For the script of a page: does the work of a form and answers in JSON, with the same refusals as the form gets. As with
 * Kit's own form actions a refusal is an answer like any other (200), and says in `status` what it would have been.
 */
import { json, type RequestEvent } from '@sveltejs/kit';
import { asRefusal, readSentForm, refusalOf, STATUS } from './respond.ts';

export async function answer(
	event: RequestEvent,
	work: (fields: Record<string, string>) => Record<string, unknown>,
): Promise<Response> {
	const values = await readSentForm(event.request);
	try {
		return json({ status: 200, ...work(values) });
	} catch (thrown) {
		const failure = asRefusal(event, thrown);
		if (failure === null) throw thrown;
		const { message, code, fields, theirs, theirVersion, changedBy } = refusalOf(failure, values);
		return json({ status: STATUS[failure.code], message, code, fields, theirs, theirVersion, changedBy });
	}
}
