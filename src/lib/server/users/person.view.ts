/** The page of one person: what this person is, what is open, and what happens when the access ends. Pure. */
import { ROLES } from '#lib/domain/access.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { markOf, personState } from '#lib/domain/person-access.ts';
import { itemTitle } from '#lib/text/mail.ts';
import { count, longDate, periodInSentence, ROLE_WORD, STATUS_STATE_WORD } from '#lib/text/nl.ts';
import { choiceOfRole, stateText } from './people.view.ts';
import type { PersonOfRegion } from './view-people.ts';

export function personView(facts: PersonOfRegion, sendsMail: boolean) {
	const { person, region, now, successors, isSelf } = facts;
	/** Whether how this person signs in is this beheerder's to help with. */
	const isWhole = facts.reach === 'account';
	const state = personState(person, now);
	const open = openOf(facts);
	return {
		region,
		state,
		isSelf,
		isWhole,
		open,
		id: person.userId,
		name: person.name,
		email: person.email,
		seen: markOf(person),
		stateText: stateText(person, now),
		roles: person.roles.map(({ id, role, organisationName }) => ({
			id,
			role,
			word: ROLE_WORD[role],
			organisation: organisationName,
		})),
		roleChoices: ROLES.map(choiceOfRole),
		organisations: facts.organisations.map(({ slug, name }) => ({ value: slug, label: name })),
		mayInvite: state !== 'off' && !person.hasPassword && (isWhole || sendsMail),
		mayWithdraw: state === 'invited' && isWhole,
		mayReset: state !== 'off' && person.hasPassword && isWhole,
		elsewhere:
			state !== 'off' && !isWhole
				? 'Dit account is niet alleen van uw regio. Bij het inloggen helpt de platformbeheerder.'
				: null,
		successors: [...new Map(successors.map((one) => [one.userId, one.name]))].map(([value, label]) => ({
			value: String(value),
			label,
		})),
		leaving: leavingOf(facts),
		isLast: isLast(facts),
	};
}

export type PersonView = ReturnType<typeof personView>;

function openOf({ statuses, exceptions }: PersonOfRegion) {
	return [
		...statuses.map((one) => ({
			href: `/rea/${one.round}/${itemRef(one.themeCode, one.number)}`,
			title: itemTitle({ themeName: one.themeName, number: one.number, shortTitle: one.title }),
			note: `${STATUS_STATE_WORD[one.state]} in ${periodInSentence(one.period)}`,
		})),
		...exceptions.map((one) => ({
			href: `/rea/${one.round}/voortgang`,
			title: `Peilmoment ${periodInSentence(one.period)} is voor deze persoon open`,
			note: `tot en met ${longDate(one.until)}`,
		})),
	];
}

/** What stays with each organisation, and whether anybody is left there to fill it in. */
function leavingOf({ loads, person }: PersonOfRegion): string[] {
	const advises = new Set(
		person.roles.filter(({ role }) => role === 'adviser').map(({ organisationName }) => organisationName),
	);
	return loads.map(({ name, items, actions, otherAdvisers }) => {
		const load = [
			...(items > 0 ? [`${name} is trekker van ${count(items, 'agendapunt', 'agendapunten')}`] : []),
			...(actions > 0
				? [`${items > 0 ? 'heeft' : `${name} heeft`} ${count(actions, 'actie', 'acties')} open`]
				: []),
		].join(' en ');
		const what =
			load === ''
				? `${name} is nergens trekker van en heeft geen acties open.`
				: `${load}. Dat blijft bij de organisatie.`;
		if (!advises.has(name)) return what;
		return otherAdvisers === 0
			? `${what} Na het uitschakelen vult niemand meer in voor ${name}.`
			: `${what} Ook zonder deze persoon ${otherAdvisers === 1 ? 'vult nog 1 beleidsadviseur' : `vullen nog ${otherAdvisers} beleidsadviseurs`} in voor ${name}.`;
	});
}

function isLast({ person, otherAdministrators }: PersonOfRegion): boolean {
	const manages = person.roles.some(({ role }) => role === 'administrator');
	return manages && person.endedAt === null && !otherAdministrators.some(({ canSignIn }) => canSignIn);
}
