/** The page with the people of a region: each once, with roles and how they stand. Pure. */
import { isRole, ROLES, type Role } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { isPersonState, PERSON_STATES, personState, type PersonFacts } from '#lib/domain/person-access.ts';
import { count, longDate, PERSON_STATE_WORD, ROLE_WORD } from '#lib/text/nl.ts';
import { invitationLine } from './invitation.view.ts';
import type { PeopleOfRegion } from './view-people.ts';

export interface PeopleFilter {
	search: string;
	role: string;
	state: string;
	organisation: string;
}

/** Anything unknown in the address is no filter. */
export function readPeopleFilter(parameters: URLSearchParams): PeopleFilter {
	const [role, state] = [parameters.get('rol') ?? '', parameters.get('staat') ?? ''];
	return {
		search: (parameters.get('zoek') ?? '').trim().slice(0, 120),
		role: isRole(role) ? role : '',
		state: isPersonState(state) ? state : '',
		organisation: parameters.get('organisatie') ?? '',
	};
}

export function peopleView(facts: PeopleOfRegion, filter: PeopleFilter) {
	const { region, people, organisations, now } = facts;
	const rows = people.map((person) => ({ person, state: personState(person, now) }));
	const shown = rows.filter(
		({ person, state }) =>
			(filter.state === '' ? true : state === filter.state) &&
			(filter.role === '' || person.roles.some(({ role }) => role === filter.role)) &&
			(filter.organisation === '' ||
				person.roles.some(({ organisationName }) => organisationName === filter.organisation)) &&
			hasWords(`${person.name} ${person.email}`, filter.search),
	);
	const isFiltered = Object.values(filter).some((value) => value !== '');
	return {
		region,
		organisations,
		filter,
		isFiltered,
		total: isFiltered
			? `${shown.length} van ${count(rows.length, 'persoon', 'mensen')}`
			: count(rows.length, 'persoon', 'mensen'),
		invitations: invitationsOf(facts, filter),
		people: shown.map(({ person, state }) => ({
			id: person.userId,
			name: person.name,
			email: person.email,
			state,
			stateText: stateText(person, now),
			roles: person.roles.map(({ id, role, organisationName }) => ({
				id,
				role: ROLE_WORD[role],
				organisation: organisationName,
			})),
		})),
		roleChoices: [{ value: '', label: 'Alle rollen' }, ...ROLES.map(choiceOfRole)],
		stateChoices: [
			{ value: '', label: 'Iedereen' },
			...PERSON_STATES.map((value) => ({ value, label: PERSON_STATE_WORD[value] })),
		],
		organisationChoices: [
			{ value: '', label: 'Alle organisaties' },
			...organisations.map(({ name }) => ({ value: name, label: name })),
		],
	};
}

/** Who was asked and has not said yes; with the same filter, as far as it says anything of them. */
function invitationsOf({ invitations, now }: PeopleOfRegion, filter: PeopleFilter) {
	return invitations
		.filter(
			(one) =>
				(filter.state === '' || filter.state === 'invited') &&
				(filter.role === '' || one.role === filter.role) &&
				(filter.organisation === '' || one.organisationName === filter.organisation) &&
				hasWords(`${one.name} ${one.email}`, filter.search),
		)
		.map((one) => invitationLine(one, now));
}

export type PeopleView = ReturnType<typeof peopleView>;

export const choiceOfRole = (role: Role) => ({ value: role, label: ROLE_WORD[role] });

/** "Uitgenodigd tot 18 april 2026". */
export function stateText(person: PersonFacts, now: Date): string {
	const state = personState(person, now);
	const word = PERSON_STATE_WORD[state];
	if (state === 'invited' && person.invitedUntil)
		return `${word} tot ${longDate(dayOf(person.invitedUntil))}`;
	if (state === 'off' && person.endedAt) return `${word} op ${longDate(dayOf(person.endedAt))}`;
	return word;
}

function hasWords(text: string, search: string): boolean {
	const inText = text.toLocaleLowerCase('nl');
	return search
		.toLocaleLowerCase('nl')
		.split(/\s+/)
		.every((word) => inText.includes(word));
}
