import { readLetterForm } from '#lib/input/letters.ts';
import { answer } from '#lib/server/http/answer.ts';
import { previewOf } from '#lib/server/letters/letter-page.view.ts';
import { previewLetter } from '#lib/server/letters/view-letter.ts';
import type { RequestHandler } from './$types';

/** The letter with what is typed now, for the script of the page; nothing is kept. */
export const POST: RequestHandler = (event) => {
	const { vaststelling: round, gemeente: organisation } = event.params;
	return answer(event, (values) => ({
		preview: previewOf(
			previewLetter(event.locals.context, { ...readLetterForm(values), round, organisation }),
		),
	}));
};
