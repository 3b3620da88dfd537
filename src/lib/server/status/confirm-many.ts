/** "Geen wijziging" for several items at once: only for items that nobody began in this round. */
import { DomainError } from '#lib/domain/errors.ts';
import { ManyStatuses } from '#lib/input/status-many.ts';
import { command } from '../use-case.ts';
import { previousAnswer } from './confirm-unchanged.ts';
import { findManySubject, judgeEach } from './many-statuses.ts';
import { authorIdOf, refuseForLead, stateAfter } from './status-rules.ts';
import { writeAnswer } from './write-answer.ts';

export const confirmMany = command({
	name: 'status.confirm-many',
	permission: 'status.write',
	input: ManyStatuses,
	subject: ({ db }, input) => findManySubject(db, input),
	run(unit, _input, many) {
		const { db, actor, now } = unit;
		return judgeEach(unit, many, (subject) => {
			if (subject.status) throw new DomainError('wrong-state', 'Hier is intussen al iets ingevuld.');
			refuseForLead(subject, actor);
			const change = {
				...previousAnswer(db, subject),
				unchanged: true,
				state: stateAfter(subject, 'submit', unit),
				returnNote: '',
				authorId: authorIdOf(actor),
				now,
			};
			writeAnswer(unit, subject, change, null);
		});
	},
});
