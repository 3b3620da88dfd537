/** The letterheads of one gemeente, for whoever writes its letters. */
import { LetterheadOwnerRef, LetterheadRef } from '#lib/input/letterheads.ts';
import { query } from '../use-case.ts';
import { findInUse, findLetterhead, findOwner, listLetterheadsOf, ownerOf } from './letterheads.repo.ts';

export const listLetterheads = query({
	name: 'letterhead.list',
	permission: 'letter.write',
	input: LetterheadOwnerRef,
	subject: ({ db }, input) => findOwner(db, input),
	run({ db }, _input, subject) {
		const owner = ownerOf(subject);
		return {
			region: subject.region,
			organisation: subject.organisation,
			letterheads: listLetterheadsOf(db, owner).filter(({ removedAt }) => removedAt === null),
			inUse: [findInUse(db, owner, 'docx')?.id, findInUse(db, owner, 'odt')?.id],
		};
	},
});

export type LetterheadList = ReturnType<typeof listLetterheads>;

/** One of them. Also one that was removed: letters may have been made on it. */
export const viewLetterhead = query({
	name: 'letterhead.view',
	permission: 'letter.write',
	input: LetterheadRef,
	subject: ({ db }, input) => findLetterhead(db, input),
	run: ({ db }, _input, subject) => ({
		region: subject.region,
		organisation: subject.organisation,
		letterhead: subject.letterhead,
		isInUse: findInUse(db, ownerOf(subject), subject.letterhead.format)?.id === subject.letterhead.id,
	}),
});

export type LetterheadPage = ReturnType<typeof viewLetterhead>;
