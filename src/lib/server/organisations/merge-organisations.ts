/**
 * Two organisations of a region become one: after a herindeling, or when one was typed twice. What is still live moves to
 * the one that remains; what is afgesloten, gesloten or vastgesteld stays as it was.
 */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { MergeOrganisationsInput } from '#lib/input/organisations.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command, type Authorized, type Unit } from '../use-case.ts';
import {
	countObstacles,
	findPaper,
	listLiveWork,
	moveItems,
	moveMemberships,
	moveNames,
	moveTemplate,
	moveWork,
	type LiveWork,
	type Pair,
} from './merge.repo.ts';
import { obstacleSentences } from './merge.view.ts';
import { refuseEnded } from './organisation-rules.ts';
import {
	findOrganisationSubject,
	insertFormerName,
	listOrganisations,
	listPeople,
	updateOrganisation,
	updateParticipation,
	type OrganisationSubject,
} from './organisations.repo.ts';

export const mergeOrganisations = command({
	name: 'organisation.merge',
	permission: 'region.manage',
	input: MergeOrganisationsInput,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run(unit, { version, into, intoVersion }, subject): void {
		const { db, now, record } = unit;
		const { organisation, region } = subject;
		refuseStale(organisation, version);
		refuseEnded(subject);
		const target = listOrganisations(db, region.id).find(
			(one) => one.slug === into && one.endedOn === null && one.id !== organisation.id,
		);
		if (!target)
			throw invalidField('into', 'Kies een andere organisatie van deze regio, waarin deze opgaat.');
		refuseStale(target, intoVersion);
		const pair = { regionId: region.id, from: organisation.id, into: target.id };
		const [obstacle] = obstacleSentences(countObstacles(db, pair), {
			from: organisation.name,
			into: target.name,
		});
		if (obstacle !== undefined) throw new DomainError('wrong-state', obstacle);
		const work = listLiveWork(db, pair);
		const people = listPeople(db, region.id, organisation.id).length;
		move(unit, subject, pair, work);
		const on = dayOf(now);
		const { name, shortName } = organisation;
		insertFormerName(db, subject, { organisationId: target.id, name, shortName, until: on });
		updateParticipation(db, subject, { endedOn: on, mergedIntoId: target.id });
		updateOrganisation(db, subject, {});
		record({
			entity: 'organisation',
			entityId: organisation.id,
			before: { name },
			after: { mergedInto: target.name, people, ...movedCounts(work) },
		});
	},
});

function move(unit: Unit, subject: Authorized<OrganisationSubject>, pair: Pair, work: LiveWork): void {
	const { db, record } = unit;
	const paper = findPaper(db, pair.regionId, pair.from);
	moveMemberships(db, subject, pair);
	moveItems(db, subject, pair, work);
	moveWork(db, subject, pair, work);
	moveNames(db, subject, pair);
	if (paper.template !== null && findPaper(db, pair.regionId, pair.into).template === null)
		moveTemplate(db, subject, paper.template, pair.into);
	const names = new Map(listOrganisations(db, pair.regionId).map((one) => [one.id, one.shortName]));
	const lead = { before: names.get(pair.from) ?? '', after: names.get(pair.into) ?? '' };
	for (const itemId of work.leads)
		record({
			entity: 'item',
			entityId: itemId,
			before: { lead: lead.before },
			after: { lead: lead.after, reason: `${lead.before} is samengevoegd met ${lead.after}.` },
		});
}

function movedCounts(work: LiveWork): Record<string, number> {
	return {
		leads: work.leads.length,
		involvedIn: work.involved.length,
		actions: work.actions.length,
		decisions: work.decisions.length,
		contributions: work.contributions.length,
		meetings: work.meetings.length,
	};
}
