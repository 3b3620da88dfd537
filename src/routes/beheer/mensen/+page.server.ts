import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { addMember } from '#lib/server/users/add-member.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import { peopleView, readPeopleFilter } from '#lib/server/users/people.view.ts';
import { viewPeople } from '#lib/server/users/view-people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const { searchParams } = event.url;
	const regions = respond(event, () => listManagedRegions(context)).filter((one) => one.managesPeople);
	const region = searchParams.get('regio') ?? respond(event, () => anyOf(regions))[0]?.slug;
	const people = region === undefined ? null : respond(event, () => viewPeople(context, { region }));
	return {
		tabs: regions.map(({ slug, name }) => ({
			label: name,
			href: `/beheer/mensen?regio=${slug}`,
			current: slug === region,
		})),
		page: people && peopleView(people, readPeopleFilter(searchParams)),
	};
};

export const actions: Actions = {
	toevoegen: (event) =>
		act(event, (fields) => {
			const added = addMember(event.locals.context, fields);
			const { config, sendsMail } = getRuntime();
			const link = added.linkPath === null ? null : config.origin + added.linkPath;
			return { added: { email: added.email, link, mailed: sendsMail } };
		}),
};
