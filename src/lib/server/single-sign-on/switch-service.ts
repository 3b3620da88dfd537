/** Switching a sign-in service on or off, and obliging people to use it. */
import { DomainError } from '#lib/domain/errors.ts';
import { regionsLockedOut } from '#lib/domain/single-sign-on.ts';
import { SwitchServiceInput } from '#lib/input/single-sign-on.ts';
import type { Db } from '../db/open.ts';
import { command, notFound } from '../use-case.ts';
import { invalidService, refuseStaleService, refuseUnlessInCharge } from './service-rules.ts';
import {
	findServiceSubject,
	listAdministrators,
	switchService as updateSwitches,
	type Service,
	type ServiceSubject,
} from './services.repo.ts';
import { isPasswordClosed } from './password-closed.ts';

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
			throw invalidService('obligatory', 'Zet de dienst eerst aan, of maak haar niet verplicht.');
		const before = { active: service.active, obligatory: service.obligatory };
		if (before.active === active && before.obligatory === obligatory) return nothingChanged();
		if (obligatory && !service.obligatory) refuseUntested(db, subject, service);
		updateSwitches(db, subject, service, { active, obligatory });
		record({ entity: 'sign-in-service', entityId: service.id, before, after: { active, obligatory } });
	},
});

/** Obliging must be safe: the settings as they are came through a test, and every region keeps a beheerder who comes in. */
function refuseUntested(db: Db, { regions }: ServiceSubject, service: Service): void {
	if (service.testedAt === null)
		throw invalidService(
			'obligatory',
			'Test de dienst eerst. Pas na een geslaagde test kunt u haar verplicht maken.',
		);
	const ids = regions.map((one) => one.id);
	const keepers = listAdministrators(db, ids, service).map((one) => ({
		...one,
		hasPassword: one.hasPassword && !isPasswordClosed(db, one.userId),
	}));
	const [locked] = regionsLockedOut(ids, keepers);
	if (locked === undefined) return;
	const name = regions.find((one) => one.id === locked)?.name ?? '';
	throw new DomainError('invalid', 'De dienst is nog niet verplicht.', {
		fields: {
			obligatory: `Dan kan geen beheerder van ${name} meer inloggen. Koppel eerst uw eigen account aan de dienst, op de pagina Account.`,
		},
	});
}
