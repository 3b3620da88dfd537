/** One status of the demo, played through the same use cases as a person's. */
import type { Actor } from '#lib/domain/access.ts';
import type { Expectation } from '#lib/domain/expectation.ts';
import type { Db } from '../db/open.ts';
import { confirmUnchanged } from '../status/confirm-unchanged.ts';
import { agreeStatus, returnStatus } from '../status/judge-status.ts';
import { saveStatus } from '../status/save-status.ts';
import { submitStatus } from '../status/submit-status.ts';
import { HOUSE_RULES } from '../system-context.ts';
import type { ExampleStatus } from './example-file.ts';

const EXPECTATION = { ja: 'yes', twijfel: 'doubt', nee: 'no' } as const satisfies Record<
	NonNullable<ExampleStatus['verwachting']>,
	Expectation
>;

interface Cast {
	adviser: Actor;
	coordinator: Actor;
	filledIn: Date;
	judged: Date;
}

export function playStatus(
	db: Db,
	ref: { round: string; item: string },
	status: ExampleStatus,
	cast: Cast,
): void {
	const writing = { db, actor: cast.adviser, now: cast.filledIn, house: HOUSE_RULES };
	const judging = { db, actor: cast.coordinator, now: cast.judged, house: HOUSE_RULES };
	const entry = {
		...ref,
		version: 0,
		level: status.niveau ?? '',
		narrative: status.tekst,
		cause: status.oorzaak,
		consequence: status.gevolg,
		correction: status.bijsturing,
		success: status.succes,
		lesson: status.les,
		expectation: status.verwachting ? EXPECTATION[status.verwachting] : '',
		expectationReason: status.waarom,
		escalation: status.vraag,
	};
	if (status.stand === 'concept') return void saveStatus(writing, entry);
	if (status.geenWijziging) confirmUnchanged(writing, { ...ref, version: 0 });
	else submitStatus(writing, entry);
	if (status.stand === 'akkoord') agreeStatus(judging, { ...ref, version: 1 });
	if (status.stand === 'teruggegeven') returnStatus(judging, { ...ref, version: 1, note: status.notitie });
}
