/** What the use cases that set up a sign-in service have in common. */
import type { Actor } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { maySetUp } from '#lib/domain/single-sign-on.ts';
import type { Service, ServiceSubject } from './services.repo.ts';

export function isInCharge({ regions }: Pick<ServiceSubject, 'regions'>, actor: Actor): boolean {
	const memberships = actor.kind === 'person' ? actor.memberships : [];
	return maySetUp(
		regions.map((one) => one.id),
		memberships,
	);
}

/** Throws unless this person is beheerder of every region that the organisation takes part in. */
export function refuseUnlessInCharge(subject: ServiceSubject, actor: Actor): void {
	if (isInCharge(subject, actor)) return;
	const names = subject.regions.map((one) => one.name).join(' en ');
	throw new DomainError(
		'forbidden',
		`${subject.organisation.name} doet mee in ${names}. Alleen wie van al die regio's beheerder is, mag de inlogdienst instellen.`,
	);
}

/** Throws when somebody changed it since the page was made; `version` is 0 for a service that was not there yet. */
export function refuseStaleService(service: Service | null, version: number): void {
	if ((service?.version ?? 0) === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft deze inlogdienst intussen gewijzigd. Hieronder staat wat u invulde. Laad de pagina opnieuw om te zien wat er nu staat.',
	);
}

export function invalidService(field: string, sentence: string): DomainError {
	return new DomainError('invalid', 'De inlogdienst is nog niet opgeslagen.', {
		fields: { [field]: sentence },
	});
}
