/** Writing what somebody answered: the status, the number that came with it, and the audit row of both. */
import type { Authorized, Unit } from '../use-case.ts';
import { writeMeasurement, type Measurement } from './measurement.repo.ts';
import { auditedStatus } from './status-rules.ts';
import { writeStatus, type StatusChange, type StatusSubject } from './status.repo.ts';

export function writeAnswer(
	{ db, record }: Pick<Unit, 'db' | 'record'>,
	subject: Authorized<StatusSubject>,
	change: StatusChange,
	measurement: Measurement | null,
): void {
	const id = writeStatus(db, subject, change);
	writeMeasurement(db, subject, id, measurement);
	record({
		entity: 'status',
		entityId: id,
		before: auditedStatus(subject.status, subject.measurement),
		after: auditedStatus(change, measurement),
	});
}
