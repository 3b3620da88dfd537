/** Switching a sign-in service on or off, and obliging people to use it. */
import { DomainError } from '#lib/domain/errors.ts';
import { regionsLockedOut } from '#lib/domain/ways-in.ts';
import { SwitchServiceInput } from '#lib/input/single-sign-on.ts';
import type { Db } from '../db/open.ts';
import { command, notFound } from '../use-case.ts';
import { invalidService, refuseStaleService, refuseUnlessInCharge } from './service-rules.ts';
import {
	findServiceSubject,
	switchService as updateSwitches,
	type Service,
	type ServiceSubject,
} from './services.repo.ts';
import { listKeepers } from './ways-in.repo.ts';

export const switchService = command({
	name: 'sign-in-service.switch',
	permission: 'region.manage',
	input: SwitchServiceInput,
	subject: ({ db }, input) => findServiceSubject(db, input),
	run({ db, actor, record, nothingChanged }, { version, active, obligatory }, subject) {
		refuseUnlessInCharge(subject, actor);
		const { service } = subject;
		if (service === null) throw notFound();
		refuseStaleService(service, version);
		if (obligatory && !active)
			throw invalidService('obligatory', 'Zet de dienst eerst aan, of maak de dienst niet verplicht.');
		const before = { active: service.active, obligatory: service.obligatory };
		if (before.active === active && before.obligatory === obligatory) return nothingChanged();
		if (obligatory && !service.obligatory) refuseUntested(service);
		const hadNobody = lockedOut(db, subject);
		updateSwitches(db, subject, service, { active, obligatory });
		refuseLockOut(db, subject, { hadNobody, obligatory: obligatory && !service.obligatory });
		record({
			entity: 'sign-in-service',
			entityId: service.id,
			regions: subject.regions.map(({ id }) => id),
			before,
			after: { active, obligatory },
		});
	},
});

/** Obliging must be safe: the settings as they are came through a test. */
function refuseUntested({ testedAt }: Service): void {
	if (testedAt === null)
		throw invalidService(
			'obligatory',
			'Test de dienst eerst. Pas na een geslaagde test kunt u de dienst verplicht maken.',
		);
}

function lockedOut(db: Db, { regions }: ServiceSubject): number[] {
	const ids = regions.map(({ id }) => id);
	return regionsLockedOut(ids, listKeepers(db, ids));
}

/**
 * Every region of the organisation keeps a beheerder who comes in. Call it after the change, in the same transaction.
 * `hadNobody`: before; a region that has nobody may still switch a service off.
 */
function refuseLockOut(
	db: Db,
	subject: ServiceSubject,
	{ hadNobody, obligatory }: { hadNobody: readonly number[]; obligatory: boolean },
): void {
	const locked = lockedOut(db, subject).find((id) => obligatory || !hadNobody.includes(id));
	if (locked === undefined) return;
	const name = subject.regions.find(({ id }) => id === locked)?.name ?? '';
	const [field, advice] = obligatory
		? (['obligatory', 'Koppel eerst uw eigen account aan de dienst, op de pagina Account.'] as const)
		: (['active', 'Laat eerst een van hen een wachtwoord instellen.'] as const);
	throw new DomainError('invalid', 'De dienst is nog niet gewijzigd.', {
		fields: { [field]: `Dan kan geen beheerder van ${name} meer inloggen. ${advice}` },
	});
}
