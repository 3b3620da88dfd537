/** A new agenda of a region, empty or as a copy of the previous one. */
import { freeSlug } from '#lib/domain/slug.ts';
import { StartAgendaInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findRegionSubject, insertAgenda, isAgendaSlugTaken, listAgendasOf } from './agenda-editing.repo.ts';
import { copyAgenda } from './copy-agenda.ts';
import { invalidField } from './edit-rules.ts';

/** Answers the slug of the new agenda, which is a concept. */
export const startAgenda = command({
	name: 'agenda.start',
	permission: 'agenda.manage',
	input: StartAgendaInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run(unit, { title, startYear, endYear, cadence, previous }, subject): string {
		const { db, now, record } = unit;
		const { region } = subject;
		const existing = listAgendasOf(db, region.id);
		const from = previous === '' ? null : existing.find((one) => one.slug === previous);
		if (from === undefined) throw invalidField('previous', 'Kies een agenda van deze regio, of begin leeg.');
		if (existing.some((one) => one.title === title))
			throw invalidField('title', 'Deze regio heeft al een agenda met deze titel. Kies een andere titel.');
		const slug = freeSlug(`${region.slug}-${startYear}-${endYear}`, (taken) => isAgendaSlugTaken(db, taken));
		const values = { slug, title, startYear, endYear, cadence, state: 'concept' as const };
		const predecessorId = from?.id ?? null;
		const id = insertAgenda(db, subject, { ...values, regionId: region.id, predecessorId, createdAt: now });
		const copied = from && copyAgenda(unit, subject, { from, to: id });
		record({
			entity: 'agenda',
			entityId: id,
			after: { ...values, ...(from && { copyOf: from.title, ...copied }) },
		});
		return slug;
	},
});
