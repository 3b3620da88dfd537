/** A correctie after adoption: beside the original, with a reason, an author and a day. The snapshot stays what it is. */
import type { Actor } from '#lib/domain/access.ts';
import { amendableLevels, currentText, partBySlug, type AmendablePart } from '#lib/domain/amendment.ts';
import { factsOfRound } from '#lib/domain/archive.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { ItemFacts } from '#lib/domain/facts.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { AmendInput } from '#lib/input/amendment.ts';
import { command, notFound } from '../use-case.ts';
import { findAdoption, insertAmendment, listAmendments } from './adoption.repo.ts';
import { readSnapshot } from './snapshot.ts';

export const amendAdoption = command({
	name: 'adoption.amend',
	permission: 'adoption.create',
	input: AmendInput,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, actor, now, record }, input, subject): void {
		const amendments = listAmendments(db, subject.id);
		if (amendments.length !== input.seen) throw seenTooFew();
		const { facts, period } = readSnapshot(subject.snapshot, subject.hash);
		const item = itemOf(itemsOf(factsOfRound(facts, period).themes), input.item);
		const part = partFor(item, input.part);
		if (item && part.field === 'level') refuseStrangeLevel(item, input.becomes);
		const was = item && part.field ? currentText(item, period, part.field, amendments) : input.was;
		refuseNoChange(was, input.becomes);
		const { becomes, reason } = input;
		const content = { itemRef: item?.ref ?? null, part: part.word, was, becomes, reason };
		const id = insertAmendment(db, subject, { ...content, ...authorOf(actor), createdAt: now });
		const { was: before, ...after } = content;
		record({
			entity: 'amendment',
			entityId: id,
			before: { was: before },
			after: { round: subject.slug, ...after },
		});
	},
});

export function authorOf(actor: Actor): { authorId: number | null; authorName: string } {
	if (actor.kind === 'person') return { authorId: actor.userId, authorName: actor.name };
	return { authorId: null, authorName: actor.kind === 'system' ? actor.name : '' };
}

/** Null for '', which is about the whole. */
function itemOf(items: readonly ItemFacts[], ref: string): ItemFacts | null {
	if (ref === '') return null;
	const item = items.find((one) => one.ref === ref);
	if (!item) throw notFound();
	return item;
}

/** The whole has no text of its own in the snapshot, so only something else can be wrong with it. */
function partFor(item: ItemFacts | null, slug: string): AmendablePart {
	const part = partBySlug(slug);
	if (part && (item || part.field === null)) return part;
	throw invalid('part', 'Kies bij dit onderdeel een agendapunt, of kies Iets anders.');
}

function refuseStrangeLevel(item: ItemFacts, becomes: string): void {
	const levels = amendableLevels(item.kind);
	if (levels.includes(becomes)) return;
	throw invalid('becomes', `Kies een van deze niveaus: ${levels.join(', ')}.`);
}

function refuseNoChange(was: string, becomes: string): void {
	if (was.trim() === '' || was.trim() !== becomes) return;
	throw invalid('becomes', 'Dit staat er al. Vul in wat er moet komen te staan.');
}

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', 'De correctie is nog niet vastgelegd.', {
		fields: { [field]: sentence },
	});
}

function seenTooFew(): DomainError {
	return new DomainError(
		'conflict',
		'Iemand anders heeft intussen een correctie gemaakt. Bekijk die eerst. Uw tekst staat er nog: leg hem daarna vast.',
	);
}
