/** Another name, short name or kind for an organisation of a region. What was vastgesteld keeps the name it had. */
import { dayOf, type Day } from '#lib/domain/day.ts';
import { bodyKeeper, isInFuture, isOrganisationKind } from '#lib/domain/organisation.ts';
import { longDate } from '#lib/text/nl.ts';
import { RenameOrganisationInput } from '#lib/input/organisations.ts';
import { kindWord } from '#lib/text/organisation.ts';
import { differenceOf, invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command, type Authorized, type Unit } from '../use-case.ts';
import { refuseEnded, refuseForOtherRegion, refuseTakenName } from './organisation-rules.ts';
import {
	findOrganisationSubject,
	insertFormerName,
	listOrganisations,
	updateOrganisation,
	type OrganisationSubject,
} from './organisations.repo.ts';
import { countRowsOf, findBody, updateBody } from './public-bodies.repo.ts';

export const renameOrganisation = command({
	name: 'organisation.rename',
	permission: 'region.manage',
	input: RenameOrganisationInput,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run(unit, { version, name, shortName, kind, from, code }, subject) {
		const { db, actor, record } = unit;
		const { organisation, region } = subject;
		refuseStale(organisation, version, theirs(organisation));
		refuseEnded(subject);
		refuseForOtherRegion(subject, actor);
		if (!isOrganisationKind(kind) && kind !== organisation.kind)
			throw invalidField('kind', 'Kies het soort organisatie.');
		const others = listOrganisations(db, region.id).filter((one) => one.id !== organisation.id);
		refuseTakenName({ name, shortName }, others);
		const codeBefore = findBody(db, organisation.publicBodyId)?.code ?? '';
		const difference = differenceOf(
			{ ...organisation, code: codeBefore },
			{ name, shortName, kind, code },
			'',
		);
		if (!difference) return unit.nothingChanged();
		const isRenamed = 'name' in difference.after || 'shortName' in difference.after;
		if (isRenamed) keepName(unit, subject, from);
		updateOrganisation(db, subject, { name, shortName, kind });
		updateOwnBody(unit, subject, { name, kind, code });
		record({
			entity: 'organisation',
			entityId: organisation.id,
			before: difference.before,
			after: { ...difference.after, ...(isRenamed && { from }) },
		});
	},
});

function keepName({ db, now }: Unit, subject: Authorized<OrganisationSubject>, from: Day): void {
	const { id, name, shortName } = subject.organisation;
	if (isInFuture(from, dayOf(now))) {
		throw invalidField(
			'from',
			`Deze dag komt nog. De naam geldt meteen: wijzig hem op of na ${longDate(from)}, of vul een eerdere dag in.`,
		);
	}
	insertFormerName(db, subject, { organisationId: id, name, shortName, until: from });
}

/** The official name follows as long as no other region points to it; after that it is the platformbeheerder's. */
function updateOwnBody(
	{ db }: Unit,
	subject: Authorized<OrganisationSubject>,
	values: { name: string; kind: string; code: string },
): void {
	const body = findBody(db, subject.organisation.publicBodyId);
	if (body === null || bodyKeeper(countRowsOf(db, body.id)) === 'platform') return;
	updateBody(db, subject, body, values);
}

function theirs({ name, shortName, kind }: OrganisationSubject['organisation']): Record<string, string> {
	return { name, shortName, kind: kindWord(kind) };
}
