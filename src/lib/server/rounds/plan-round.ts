/** Making the next round of an agenda, or all that its years still need. */
import { parseDay, type Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isBeforePeriod } from '#lib/domain/formal-step.ts';
import { partsOf, type Period } from '#lib/domain/period.ts';
import {
	BEFORE_FIRST_DAY,
	BEFORE_PERIOD,
	FillingDaysInput,
	PlanRoundInput,
	PlanRoundsInput,
} from '#lib/input/rounds.ts';
import { command } from '../use-case.ts';
import { updateFillingDays } from './plans.repo.ts';
import { findAgendaSubject, insertRound, listRounds, type AgendaSubject } from './rounds.repo.ts';

/** Answers the slug of the new round, which is still planned. */
export const planRound = command({
	name: 'round.plan',
	permission: 'agenda.manage',
	input: PlanRoundInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, record }, { period, opensOn, closesOn }, subject): string {
		refuseClosedAgenda(subject);
		if (!fits(subject, period)) throw invalid({ period: OUTSIDE });
		if (isBeforePeriod(opensOn, period)) throw invalid({ opensOn: BEFORE_PERIOD });
		if (listRounds(db, subject.agenda.id).some((round) => round.period === period))
			throw invalid({ period: 'Dit peilmoment bestaat al. Kies het volgende.' });
		const slug = slugOf(subject, period);
		const id = insertRound(db, subject, { slug, period, opensOn, closesOn, state: 'planned' });
		record({ entity: 'round', entityId: id, after: { period, opensOn, closesOn } });
		return slug;
	},
});

/** All in one: one wrong date and none is made. A round that somebody made meanwhile stays as it is. Answers how many. */
export const planRounds = command({
	name: 'round.plan-all',
	permission: 'agenda.manage',
	input: PlanRoundsInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, record, nothingChanged }, { rounds }, subject): number {
		refuseClosedAgenda(subject);
		const planned = rounds.map(readDays);
		const fields = Object.fromEntries(
			planned.flatMap((one) => Object.entries({ ...one.problems, ...outsideOf(subject, one.period) })),
		);
		if (Object.keys(fields).length > 0) throw invalid(fields);
		const existing = new Set(listRounds(db, subject.agenda.id).map((round) => round.period));
		let made = 0;
		for (const { period, opensOn, closesOn } of planned) {
			if (existing.has(period) || opensOn === null || closesOn === null) continue;
			existing.add(period);
			const id = insertRound(db, subject, {
				slug: slugOf(subject, period),
				period,
				opensOn,
				closesOn,
				state: 'planned',
			});
			record({ entity: 'round', entityId: id, after: { period, opensOn, closesOn } });
			made += 1;
		}
		if (made === 0) nothingChanged();
		return made;
	},
});

export const setFillingDays = command({
	name: 'round.set-filling-days',
	permission: 'agenda.manage',
	input: FillingDaysInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, record }, { version, fillingDays }, subject): void {
		const { agenda } = subject;
		refuseClosedAgenda(subject);
		if (agenda.version !== version) {
			throw new DomainError(
				'conflict',
				'Iemand anders heeft deze agenda intussen gewijzigd. Bekijk de voorstellen opnieuw en probeer het nog eens.',
			);
		}
		updateFillingDays(db, subject, fillingDays);
		const before = { fillingDays: agenda.fillingDays };
		record({ entity: 'agenda', entityId: agenda.id, before, after: { fillingDays } });
	},
});

const OUTSIDE = 'Dit peilmoment valt buiten de looptijd of het ritme van de agenda. Kies een ander.';

function refuseClosedAgenda({ agenda }: AgendaSubject): void {
	if (agenda.state !== 'closed') return;
	throw new DomainError('wrong-state', 'Deze agenda is afgesloten: er komen geen peilmomenten meer bij.');
}

function fits({ agenda }: AgendaSubject, period: Period): boolean {
	const { year, cadence } = partsOf(period);
	return cadence === agenda.cadence && year >= agenda.startYear && year <= agenda.endYear;
}

function outsideOf(subject: AgendaSubject, period: Period): Record<string, string> {
	return fits(subject, period) ? {} : { [`opensOn-${period}`]: OUTSIDE };
}

interface ReadDays {
	period: Period;
	opensOn: Day | null;
	closesOn: Day | null;
	/** A sentence per field, `closesOn-2021-K1`. */
	problems: Record<string, string>;
}

function readDays(typed: { period: Period; opensOn: string; closesOn: string }): ReadDays {
	const { period } = typed;
	const [opensOn, closesOn] = [parseDay(typed.opensOn.trim()), parseDay(typed.closesOn.trim())];
	const problems: Record<string, string> = {};
	if (opensOn === null) problems[`opensOn-${period}`] = 'Vul in vanaf welke datum er kan worden ingevuld.';
	if (opensOn && isBeforePeriod(opensOn, period)) problems[`opensOn-${period}`] = BEFORE_PERIOD;
	if (closesOn === null)
		problems[`closesOn-${period}`] = 'Vul in tot en met welke datum er kan worden ingevuld.';
	if (opensOn && closesOn && closesOn < opensOn) problems[`closesOn-${period}`] = BEFORE_FIRST_DAY;
	return { period, opensOn, closesOn, problems };
}

function slugOf({ agenda }: AgendaSubject, period: Period): string {
	return `${agenda.slug}-${period.toLowerCase()}`;
}

function invalid(fields: Record<string, string>): DomainError {
	const [first = 'Niet alles is goed ingevuld.', ...others] = Object.values(fields);
	const sentence =
		others.length === 0 ? first : 'Niet alle datums zijn goed ingevuld. Er is nog niets gepland.';
	return new DomainError('invalid', sentence, { fields });
}
