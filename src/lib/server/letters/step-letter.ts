/** A letter goes a step on, to the college and then the council, or back with a reason. */
import { judgeStep, type StepVerdict } from '#lib/domain/council-letter.ts';
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { StepLetterInput } from '#lib/input/letters.ts';
import { longDate } from '#lib/text/nl.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { currentLetter } from './letter-facts.ts';
import { findLetterSubject, insertStep, listSteps, writeLetter } from './letters.repo.ts';

/** On the way to the college the whole letter is kept as it is then. */
export const stepLetter = command({
	name: 'letter.step',
	permission: 'letter.write',
	input: StepLetterInput,
	subject: ({ db }, input) => findLetterSubject(db, input),
	run(unit, { version, to, on, note }, subject): void {
		const { db, actor, now, record } = unit;
		refuseStale(subject.letter ?? { version: 0 }, version);
		const from = subject.letter?.state ?? 'draft';
		const steps = subject.letter ? listSteps(db, [subject.letter.id]) : [];
		const last = steps.at(-1)?.on ?? subject.adoption.adoptedOn;
		refuse(judgeStep({ from, to, on, note }, { last, today: dayOf(now) }), longDate(last));
		const isSent = from === 'draft' && to === 'to-college';
		const sent = isSent ? JSON.stringify(currentLetter(unit, subject, { sentOn: on })) : null;
		const letterId = writeLetter(db, subject, { state: to }, now);
		const authorId = actor.kind === 'person' ? actor.userId : null;
		insertStep(db, subject, { letterId, state: to, on, note, sent, authorId, createdAt: now });
		record({
			entity: 'letter',
			entityId: letterId,
			before: { state: from },
			after: { state: to, on, note },
		});
	},
});

/** `last` is the day that this one may not come before. */
function refuse(verdict: StepVerdict, last: string): void {
	if (verdict === 'no-such-move')
		throw new DomainError(
			'wrong-state',
			'De brief staat al ergens anders. Bekijk de pagina opnieuw en kies dan de volgende stap.',
		);
	if (verdict === 'needs-note')
		throw invalidField('note', 'Schrijf op waarom, of wat de raad heeft gewijzigd.');
	if (verdict === 'too-early')
		throw invalidField('on', `Deze dag ligt voor de stap ervoor: kies ${last} of later.`);
	if (verdict === 'in-future')
		throw invalidField('on', 'Deze dag is nog niet geweest. Vul de stap in als hij gezet is.');
}
