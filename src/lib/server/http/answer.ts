/** For the script of a page: does the work of a form and answers in JSON, with the same refusals as the form gets. */
import { json, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { readForm } from '#lib/input/fields.ts';
import { refusalOf, STATUS } from './respond.ts';

export async function answer(
	event: RequestEvent,
	work: (fields: Record<string, string>) => Record<string, unknown>,
): Promise<Response> {
	const values = readForm(await event.request.formData());
	try {
		return json(work(values));
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		const { message, code, fields, theirs, theirVersion } = refusalOf(failure, values);
		return json({ message, code, fields, theirs, theirVersion }, { status: STATUS[failure.code] });
	}
}
