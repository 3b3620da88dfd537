/** How much of one agenda this person sees, for pages that link to what only its own REA may open. */
import { z } from 'zod';
import { sightOf, type Sight } from '#lib/domain/access.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { findVisibleAgenda } from './view-overview.ts';

export const viewSight = query({
	name: 'agenda.sight',
	permission: 'adopted.read',
	input: z.object({ agenda: slug }),
	subject({ db, actor }, input) {
		return findVisibleAgenda({ db, actor }, input.agenda);
	},
	run({ actor }, _input, { agenda }): Sight {
		return sightOf(actor, agenda.regionId) ?? 'adopted';
	},
});
