/** Checking adoptions: one, those a person may see, or every one in the database. Nothing is changed. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import type { Db } from '../db/open.ts';
import { damagedTriggers } from '../db/triggers.ts';
import { query } from '../use-case.ts';
import { findAdoption, listAdoptionsOf } from './adoption.repo.ts';
import { checkAdoption, type CheckedAdoption } from './check-adoption.ts';
import {
	listDamagedWithdrawals,
	listHashesOfLostAdoptions,
	listRoundsWithoutAdoption,
	listStoredAdoptions,
} from './verify.repo.ts';

export const verifyAdoption = query({
	name: 'adoption.verify',
	permission: 'adopted.read',
	input: RoundRef,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, now }, _input, { slug }): { checked: CheckedAdoption[]; at: Date } {
		return { checked: listStoredAdoptions(db, [slug]).map(checkAdoption), at: now };
	},
});

/** Of every region that the person is a member of. */
export const verifyOwnAdoptions = query({
	name: 'adoption.verify-own',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const visible = [...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) !== null);
		const agendas = new Map(listAdoptionsOf(db, visible).map((one) => [one.slug, one.agendaTitle]));
		const checked = listStoredAdoptions(db, [...agendas.keys()]).map((stored) => ({
			...checkAdoption(stored),
			agendaTitle: agendas.get(stored.slug) ?? '',
		}));
		return { checked, at: now };
	},
});

export interface DatabaseCheck {
	checked: CheckedAdoption[];
	/** What is wrong with the database as a whole, in whole sentences. */
	faults: string[];
}

/** For whoever has the server: every adoption, what is missing, and the locks that keep them as they are. */
export const verifyDatabase = query({
	name: 'adoption.verify-database',
	permission: 'platform.manage',
	input: z.object({ round: RoundRef.shape.round.nullable().default(null) }),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db }, { round }): DatabaseCheck {
		const checked = listStoredAdoptions(db, round === null ? null : [round]).map(checkAdoption);
		return { checked, faults: [...missing(db), ...locks(db)] };
	},
});

function missing(db: Db): string[] {
	return [
		...listRoundsWithoutAdoption(db).map(
			(slug) => `Het peilmoment ${slug} staat als vastgesteld te boek, maar wat is vastgesteld ontbreekt.`,
		),
		...listHashesOfLostAdoptions(db).map(
			(hash) => `De vaststelling met controlecode ${hash} staat in het logboek, maar is verdwenen.`,
		),
		...listDamagedWithdrawals(db).map(
			({ slug, hash }) =>
				`De ingetrokken vaststelling van ${slug} met controlecode ${hash} is niet meer zoals is vastgesteld.`,
		),
	];
}

function locks(db: Db): string[] {
	return damagedTriggers(db).map(({ name, state }) =>
		state === 'missing'
			? `Het slot ${name} op de database ontbreekt.`
			: `Het slot ${name} op de database is veranderd.`,
	);
}
