/** A letter to take along as a file. Who took which letter stays on record. */
import { sightOf } from '#lib/domain/access.ts';
import type { LetterFormat } from '#lib/domain/council-letter.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { roundCode } from '#lib/text/nl.ts';
import { ExportLetterInput } from '#lib/input/letters.ts';
import { command, notFound, type Context } from '../use-case.ts';
import { currentLetter, readSent, templateOf } from './letter-facts.ts';
import type { LetterFile } from './letter-model.ts';
import { findVisibleLetter } from './letter-rules.ts';
import { findSent, type LetterSubject } from './letters.repo.ts';

/** `file` is ready to lay out; `name` is that of the file. */
export const exportLetter = command({
	name: 'letter.export',
	permission: 'letter.read',
	input: ExportLetterInput,
	subject: (context, input) => findVisibleLetter(context, input),
	run(unit, { format, step }, subject): { file: LetterFile; format: LetterFormat; name: string } {
		const file = step === null ? currentLetter(unit, subject) : sentAt(unit, subject, step);
		unit.record({
			entity: 'adoption',
			entityId: subject.adoption.id,
			after: { letter: subject.organisation.shortName, format, ...(step === null ? {} : { step }) },
		});
		return { file, format, name: letterFileName(subject, format) };
	},
});

/** Earlier versions are for the REA: the council has the one that it was sent. */
function sentAt({ db, actor }: Context, { letter, region }: LetterSubject, step: number): LetterFile {
	const isOfRea =
		actor.kind === 'system' || (actor.kind === 'person' && sightOf(actor, region.id) === 'drafts');
	const sent = letter && isOfRea ? findSent(db, letter.id, step) : null;
	if (sent === null) throw notFound();
	return readSent(sent.text);
}

/** "oudewater-raadsinformatiebrief-2020-k3.pdf". */
export function letterFileName(
	{ organisation, adoption, template }: Pick<LetterSubject, 'organisation' | 'adoption' | 'template'>,
	format: LetterFormat,
): string {
	const kind = slugOf(templateOf(template).kind);
	return `${organisation.slug}-${kind}-${roundCode(adoption.period).toLowerCase()}.${format}`;
}
