import { renderedOnly } from '#lib/components/rendered-data.ts';
import { adoptionFiles, adoptionLinks } from '#lib/server/adoption/adoption-list.view.ts';
import { controlView } from '#lib/server/adoption/control.view.ts';
import { verifyAdoption } from '#lib/server/adoption/verify-adoptions.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { choiceForm, readReportChoice, reportQuery } from '#lib/server/reports/report-choice.view.ts';
import { reportOf } from '#lib/server/adoption/view-report.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.vaststelling;
	const { context } = event.locals;
	const { checked, at } = respond(event, () => verifyAdoption(context, { round }));
	const control = checked.map((one) => controlView(one, at));
	// What is damaged is not shown as if it were adopted; the control says what is wrong with it.
	if (checked.some((one) => !one.isIntact)) return renderedOnly(event, { slug: round, control, page: null });
	const adoption = respond(event, () => viewAdoption(context, { round }));
	const choice = readReportChoice(event.url.searchParams);
	const page = {
		report: reportOf(adoption, choice),
		choice: choiceForm(choice),
		query: reportQuery(choice),
		links: adoptionLinks(adoption),
		files: adoptionFiles(round, choice),
	};
	return renderedOnly(event, { slug: round, control, page });
};
