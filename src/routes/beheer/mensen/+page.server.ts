import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import { pressOnPeople, type PeopleButton } from '#lib/server/users/people-forms.ts';
import { peopleView, readPeopleFilter } from '#lib/server/users/people.view.ts';
import { viewPeople } from '#lib/server/users/view-people.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const regions = respond(event, () => listManagedRegions(context)).filter((one) => one.managesPeople);
	const region = event.url.searchParams.get('regio') ?? respond(event, () => anyOf(regions))[0]?.slug;
	const people = region === undefined ? null : respond(event, () => viewPeople(context, { region }));
	return {
		tabs: regions.map(({ slug, name }) => ({
			label: name,
			href: `/beheer/mensen?regio=${slug}`,
			current: slug === region,
		})),
		page: people && peopleView(people, readPeopleFilter(event.url.searchParams)),
	};
};

const press = (button: PeopleButton) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { said, made } = pressOnPeople(button, event.locals.context, fields);
		const link = made?.linkPath ? getRuntime().config.origin + made.linkPath : null;
		return { done: { said, link, isInvited: made !== null } };
	});

export const actions: Actions = {
	toevoegen: press('toevoegen'),
	opnieuw: press('opnieuw'),
	intrekken: press('intrekken'),
};
