import { act, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import { pressOnPerson, type PersonButton } from '#lib/server/users/person-forms.ts';
import { personView } from '#lib/server/users/person.view.ts';
import { viewPerson } from '#lib/server/users/view-people.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const regions = respond(event, () => listManagedRegions(context));
	const region = event.url.searchParams.get('regio') ?? regions[0]?.slug ?? '';
	const facts = respond(event, () => viewPerson(context, { region, person: event.params.persoon }));
	const { sendsMail } = getRuntime();
	return { page: personView(facts, sendsMail), sendsMail };
};

const press = (button: PersonButton) => (event: RequestEvent) =>
	act(event, (fields) => {
		const input = { ...fields, person: event.params.persoon };
		const { said, made } = pressOnPerson(button, event.locals.context, input);
		const { config } = getRuntime();
		const link = made?.linkPath ? config.origin + made.linkPath : null;
		return { done: { said, link, purpose: made?.purpose ?? null } };
	});

export const actions: Actions = {
	rolErbij: press('rolErbij'),
	rolWijzigen: press('rolWijzigen'),
	rolWeg: press('rolWeg'),
	uitnodigen: press('uitnodigen'),
	intrekken: press('intrekken'),
	nieuwWachtwoord: press('nieuwWachtwoord'),
	overdragen: press('overdragen'),
	uitschakelen: press('uitschakelen'),
	inschakelen: press('inschakelen'),
};
