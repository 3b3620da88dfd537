/** Setting up the sign-in service of an organisation, or changing it. The secret goes in and never comes out. */
import { z } from 'zod';
import { issuerProblem, tellsAssurance } from '#lib/domain/single-sign-on.ts';
import { SaveServiceInput } from '#lib/input/single-sign-on.ts';
import { ISSUER_SENTENCE } from '#lib/text/single-sign-on.ts';
import { command } from '../use-case.ts';
import { readClientKey } from './client-key.ts';
import { invalidService, refuseStaleService, refuseUnlessInCharge } from './service-rules.ts';
import {
	domainsElsewhere,
	findServiceSubject,
	insertService,
	updateService,
	type Service,
	type ServiceValues,
} from './services.repo.ts';

const Input = SaveServiceInput.extend({
	/** Whether a service on this computer without TLS will do: where this site itself runs so, to try things out. */
	onThisComputer: z.boolean().default(false),
});
type Wish = z.infer<typeof Input>;

export const saveService = command({
	name: 'sign-in-service.save',
	permission: 'region.manage',
	input: Input,
	subject: ({ db }, input) => findServiceSubject(db, input),
	run({ db, now, actor, box, record }, input, subject) {
		refuseUnlessInCharge(subject, actor);
		const { organisation, service } = subject;
		const regions = subject.regions.map(({ id }) => id);
		refuseStaleService(service, input.version);
		refuseWrongSettings(input, service);
		const [taken] = domainsElsewhere(db, organisation.id, input.emailDomains);
		if (taken !== undefined)
			throw invalidService(
				'emailDomains',
				`${taken} hoort al bij de inlogdienst van een andere organisatie.`,
			);
		if (!box) throw new Error('There is no box to keep a secret in');
		const { issuer, clientId, authMethod, emailDomains, requiredAcr } = input;
		const shown = { issuer, clientId, authMethod, emailDomains, requiredAcr };
		const secret = input.secret === '' ? (service?.secret ?? '') : box.seal(input.secret);
		if (service === null) {
			const id = insertService(db, subject, { ...shown, secret }, now);
			return record({
				entity: 'sign-in-service',
				entityId: id,
				regions,
				after: { organisation: organisation.name, ...shown },
			});
		}
		updateService(db, subject, service, { ...shown, secret });
		const renewed = input.secret !== '' && { secretRenewed: true };
		const before = { ...shownOf(service), obligatory: service.obligatory };
		record({
			entity: 'sign-in-service',
			entityId: service.id,
			regions,
			before,
			after: { ...shown, ...renewed, obligatory: false },
		});
	},
});

function shownOf({
	issuer,
	clientId,
	authMethod,
	emailDomains,
	requiredAcr,
}: Service): Omit<ServiceValues, 'secret'> {
	return { issuer, clientId, authMethod, emailDomains, requiredAcr };
}

function refuseWrongSettings(
	{ issuer, requiredAcr, authMethod, secret, onThisComputer }: Wish,
	service: Service | null,
) {
	const problem = issuerProblem(issuer, onThisComputer);
	if (problem !== null) throw invalidService('issuer', ISSUER_SENTENCE[problem]);
	if (requiredAcr !== '' && !tellsAssurance(issuer)) {
		throw invalidService(
			'requiredAcr',
			'Entra ID geeft dit niet door. Laat dit veld leeg, en dwing de tweede stap af met Voorwaardelijke toegang in Entra ID.',
		);
	}
	const wasKey = service?.authMethod === 'private_key_jwt';
	const isKey = authMethod === 'private_key_jwt';
	if (secret === '' && (service === null || wasKey !== isKey)) {
		throw invalidService(
			'secret',
			isKey ? 'Plak hier de privésleutel (PEM).' : 'Vul het geheim in dat de dienst u gaf.',
		);
	}
	if (secret !== '' && isKey && readClientKey(secret) === null) {
		throw invalidService(
			'secret',
			'Dit is geen privésleutel in PEM (RSA van 2048 bits of meer, of EC P-256), of het certificaat erbij hoort niet bij de sleutel.',
		);
	}
}
