/** Taking an adoption back after a mistake, as long as nobody acted on it. What was adopted stays in the database, marked as withdrawn. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import { RoundRef, WithdrawAdoptionInput } from '#lib/input/rounds.ts';
import { count, listing, periodInSentence } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { command, query, type Context } from '../use-case.ts';
import { findAdoption, listAdoptionsOfAgenda, type AdoptionRecord } from './adoption.repo.ts';
import { authorOf } from './amend-adoption.ts';
import { countActedOn, listWithdrawnOf, moveToWithdrawn, type ActedOn } from './withdrawal.repo.ts';

/** What the page shows that asks whether to take it back. */
export const viewWithdrawal = query({
	name: 'adoption.view-withdrawal',
	permission: 'adoption.create',
	input: RoundRef,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, actor }, _input, subject) {
		const { slug, period, adoptedOn, forum, hash, agendaTitle } = subject;
		const acted = actedOn(db, actor, subject);
		return { slug, period, adoptedOn, forum, hash, agendaTitle, acted, why: whyNot(db, subject, acted) };
	},
});

export type Withdrawal = ReturnType<typeof viewWithdrawal>;

export const withdrawAdoption = command({
	name: 'adoption.withdraw',
	permission: 'adoption.create',
	input: WithdrawAdoptionInput,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, actor, now, record }, { reason, seen }, subject): void {
		const { id, period, adoptedOn, forum, hash } = subject;
		if (seen !== hash) {
			throw new DomainError(
				'conflict',
				'Dit peilmoment is intussen opnieuw vastgesteld. Bekijk het opnieuw.',
			);
		}
		const why = whyNot(db, subject, actedOn(db, actor, subject));
		if (why !== null) throw new DomainError('wrong-state', why);
		const { authorId, authorName } = authorOf(actor);
		moveToWithdrawn(db, subject, {
			reason,
			withdrawnById: authorId,
			withdrawnByName: authorName,
			withdrawnAt: now,
		});
		record({
			entity: 'adoption',
			entityId: id,
			before: { period, adoptedOn, forum, hash },
			after: { adoptionWithdrawn: true, reason },
		});
	},
});

/** Of the regions whose agenda this person manages, newest first. */
export const listWithdrawnAdoptions = query({
	name: 'adoption.list-withdrawn',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const managed = [...new Set(regionIds)].filter((regionId) =>
			may(actor, 'agenda.manage', { kind: 'region', regionId, organisationIds: [] }),
		);
		return listWithdrawnOf(db, managed);
	},
});

function actedOn(db: Db, actor: Context['actor'], subject: AdoptionRecord): ActedOn {
	return countActedOn(db, subject, actor.kind === 'person' ? actor.userId : null);
}

/** Whole sentences; null when it can still be taken back. */
function whyNot(db: Db, { period, agendaSlug }: AdoptionRecord, acted: ActedOn): string | null {
	const later = listAdoptionsOfAgenda(db, agendaSlug).find((one) => comparePeriods(one.period, period) > 0);
	const reasons = [
		...(acted.letters > 0 ? ['er zijn al raadsbrieven van gemaakt'] : []),
		...(acted.amendments > 0
			? [
					`er ${acted.amendments === 1 ? 'is' : 'zijn'} al ${count(acted.amendments, 'correctie', 'correcties')} op`,
				]
			: []),
		...(acted.takenByOthers > 0 ? ['iemand anders heeft er al een document van meegenomen'] : []),
		...(later ? [`${periodInSentence(later.period)} is al daarna vastgesteld`] : []),
	];
	if (reasons.length === 0) return null;
	return `Deze vaststelling kan niet meer worden ingetrokken: ${listing(reasons)}. Leg een correctie vast.`;
}
