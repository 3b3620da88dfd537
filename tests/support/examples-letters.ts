/** Good inputs for the use cases of letters, about the letter of gemeente Bee; spread into EXAMPLES. */
import { and, eq } from 'drizzle-orm';
import type { LetterState } from '#lib/domain/council-letter.ts';
import {
	adoption,
	letter,
	letterRun,
	organisation,
	region,
	regionOrganisation,
	statusRound,
	storedFile,
} from '#lib/server/db/schema.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import type { Example } from './examples.ts';
import { day } from './facts.ts';
import type { World } from './world.ts';

const ref = ({ home }: World) => ({ round: home.rounds.adopted, organisation: 'bee' });
const content = {
	localText: 'Bij ons gaat het goed.',
	weights: { thuiszitters: '3' },
	treatment: 'decision',
};
const [{ kind, sections }] = LETTER_MODELS;

export const LETTER_EXAMPLES: Record<string, Example> = {
	'letter.claim-run': () => ({}),
	'letter.export': (world) => {
		addLetter(world, 'to-council');
		return { ...ref(world), format: 'odt' };
	},
	'letter.export-run': (world) => ({
		round: world.home.rounds.adopted,
		run: addRun(world, { withFile: true }),
	}),
	'letter.fail-interrupted': () => ({}),
	'letter.fail-run': (world) => ({
		round: world.home.rounds.adopted,
		run: addRun(world),
		problem: 'Het ging mis.',
	}),
	'letter.finish-run': (world) => ({
		round: world.home.rounds.adopted,
		run: addRun(world),
		hash: 'cd'.repeat(32),
		name: 'raadsbrieven.zip',
		size: 1000,
	}),
	'letter.forget-old-zips': () => ({}),
	'letter.list': ({ home }) => ({ round: home.rounds.adopted }),
	'letter.list-late': () => ({}),
	'letter.note-made': (world) => ({
		round: world.home.rounds.adopted,
		run: addRun(world),
		made: 1,
	}),
	'letter.preview': (world) => ({ ...ref(world), ...content }),
	'letter.save': (world) => ({ ...ref(world), ...content, version: 0 }),
	'letter.set-due': ({ home }) => ({ round: home.rounds.adopted, dueOn: '2021-03-01' }),
	'letter.start-run': ({ home }) => ({ round: home.rounds.adopted, formats: ['pdf', 'odt'] }),
	'letter.step': (world) => ({ ...ref(world), version: 0, to: 'to-college', on: '2021-01-12' }),
	'letter.view': (world) => {
		addLetter(world, 'to-council');
		return ref(world);
	},
	'letter-template.list': () => ({}),
	'letter-template.save': ({ home }) => ({
		region: home.region,
		organisation: 'bee',
		version: 0,
		kind,
		sections,
		fields: {},
	}),
	'letter-template.view': ({ home }) => ({ region: home.region, organisation: 'bee' }),
};

function idsOf({ db, home }: World) {
	const found = db
		.select({ adoptionId: adoption.id, regionId: region.id })
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(region, eq(region.slug, home.region))
		.where(eq(statusRound.slug, home.rounds.adopted))
		.get();
	const bee = db
		.select({ id: organisation.id })
		.from(organisation)
		.innerJoin(regionOrganisation, eq(regionOrganisation.organisationId, organisation.id))
		.where(and(eq(organisation.slug, 'bee'), eq(regionOrganisation.regionId, found?.regionId ?? 0)))
		.get();
	return { adoptionId: found?.adoptionId ?? 0, regionId: found?.regionId ?? 0, organisationId: bee?.id ?? 0 };
}

/** The letter of gemeente Bee; its id. */
export function addLetter(world: World, state: LetterState, dueOn: string | null = null): number {
	const { adoptionId, organisationId } = idsOf(world);
	return world.db
		.insert(letter)
		.values({
			adoptionId,
			organisationId,
			state,
			createdAt: world.now,
			dueOn: dueOn === null ? null : day(dueOn),
		})
		.returning({ id: letter.id })
		.get().id;
}

/** A run that is being made, or with its file one that is done; its id. */
export function addRun(world: World, { withFile = false } = {}): number {
	const { adoptionId, regionId } = idsOf(world);
	const { db, now } = world;
	const file = {
		regionId,
		hash: 'cd'.repeat(32),
		name: 'raadsbrieven.zip',
		type: 'application/zip',
		size: 1000,
	};
	const fileId = withFile
		? db
				.insert(storedFile)
				.values({ ...file, createdAt: now })
				.returning({ id: storedFile.id })
				.get().id
		: null;
	return db
		.insert(letterRun)
		.values({
			adoptionId,
			formats: ['pdf'],
			total: 2,
			fileId,
			createdAt: now,
			...(withFile ? { state: 'done' as const, finishedAt: now } : { state: 'running' as const }),
		})
		.returning({ id: letterRun.id })
		.get().id;
}
