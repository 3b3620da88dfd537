import { describe, expect, test } from 'vitest';
import {
	domainOf,
	isAssured,
	isOnThisComputer,
	issuerProblem,
	judgeArrival,
	judgeLink,
	maySetUp,
	stepOf,
	TRIP_REFUSALS,
	TRIP_STEPS,
	type Candidate,
	type Claims,
} from './single-sign-on.ts';

const administrator = (regionId: number) => ({ regionId, organisationId: 1, role: 'administrator' }) as const;

describe('setting up a service', () => {
	test.each([
		['the one region it takes part in', [1], [administrator(1)], true],
		['each of its regions', [1, 2], [administrator(1), administrator(2)], true],
		['only one of its regions', [1, 2], [administrator(1)], false],
		['another region', [1], [administrator(2)], false],
		['no region at all', [], [administrator(1)], false],
	])('is for the beheerder of %s: %s', (_where, regions, memberships, expected) => {
		expect(maySetUp(regions, memberships)).toBe(expected);
	});

	test('is not for a coordinator', () => {
		expect(maySetUp([1], [{ ...administrator(1), role: 'coordinator' }])).toBe(false);
	});
});

const TENANT = '11111111-2222-3333-4444-555555555555';

describe('the address of a service', () => {
	test.each([
		['https://inloggen.woerden.nl/realms/woerden', null],
		['https://connect.surfconext.nl', null],
		[`https://login.microsoftonline.com/${TENANT}/v2.0`, null],
		[`https://login.microsoftonline.com/${TENANT}`, 'entra-version'],
		['https://login.microsoftonline.com/common/v2.0', 'entra-shared'],
		['https://login.microsoftonline.com/organizations/v2.0', 'entra-shared'],
		['https://login.microsoftonline.com/{tenantid}/v2.0', 'entra-shared'],
		['https://login.microsoftonline.com/woerden.onmicrosoft.com/v2.0', 'entra-shared'],
		['http://inloggen.woerden.nl', 'not-https'],
		['http://localhost:8080', 'not-https'],
		['woerden.nl', 'not-an-address'],
		['https://naam:geheim@woerden.nl', 'not-an-address'],
		['https://woerden.nl/?x=1', 'not-an-address'],
		['https://woerden.nl/.well-known/openid-configuration', 'not-an-address'],
		['javascript:alert(1)', 'not-https'],
		['https://inloggen.woerden.nl:22/', 'other-port'],
		['https://inloggen.woerden.nl:3306/', 'other-port'],
		['https://inloggen.woerden.nl:443/', null],
		['https://inloggen.woerden.nl:8443/realms/woerden', null],
		['https://localhost:22', 'other-port'],
	])('%s: %s', (issuer, problem) => {
		expect(issuerProblem(issuer, false)).toBe(problem);
	});

	test('may be on this computer, without TLS, only where the site is so itself', () => {
		expect(issuerProblem('http://localhost:8080', true)).toBeNull();
		expect(issuerProblem('https://inloggen.woerden.nl:8080', true)).toBe('other-port');
		expect(issuerProblem('http://inloggen.woerden.nl', true)).toBe('not-https');
		expect(isOnThisComputer('http://localhost:3000')).toBe(true);
		expect(isOnThisComputer('https://localhost')).toBe(false);
		expect(isOnThisComputer('http://agenda.example.nl')).toBe(false);
	});
});

test.each([
	['anna@Woerden.NL', 'woerden.nl'],
	['a@b@woerden.nl', 'woerden.nl'],
	['anna', null],
	['@woerden.nl', null],
	['anna@woerden', null],
	['anna@', null],
])('the domain of %s is %s', (email, domain) => {
	expect(domainOf(email)).toBe(domain);
});

test.each([
	['', null, true],
	['', 'laag', true],
	['hoog', 'hoog', true],
	['hoog hoger', 'hoger', true],
	['hoog', 'hoger', false],
	['hoog', null, false],
	['hoog', 'HOOG', false],
])('with %o required, %o will do: %s', (required, acr, expected) => {
	expect(isAssured(required, acr)).toBe(expected);
});

const service = { id: 7, organisationId: 1, issuer: 'https://inloggen.aa.nl', emailDomains: ['aa.nl'] };
const claims: Claims = {
	issuer: service.issuer,
	subject: 'anna',
	acr: null,
	email: 'anna@aa.nl',
	emailVerified: true,
};
const anna: Candidate = {
	userId: 5,
	name: 'Anna',
	active: true,
	platformAdministrator: false,
	isLinked: false,
	organisationIds: [1],
};
const known = { serviceId: 7, account: { ...anna, isLinked: true } };

describe('whom a trip lets in', () => {
	test('is who is tied to the issuer and subject, also of several organisations, whatever the address', () => {
		const account = { ...known.account, organisationIds: [2, 1], platformAdministrator: true };
		const facts = {
			service,
			claims: { ...claims, email: null },
			known: { ...known, account },
			sameEmail: null,
		};
		expect(judgeArrival(facts)).toEqual({ userId: 5, isNew: false });
	});

	test.each([
		['of another service', { ...known, serviceId: 8 }, 'other-organisation'],
		[
			'no longer of the organisation',
			{ ...known, account: { ...anna, organisationIds: [2] } },
			'other-organisation',
		],
		['switched off', { ...known, account: { ...anna, active: false } }, 'account-off'],
	])('is not an account that is %s, even when the address is right', (_what, one, refusal) => {
		expect(judgeArrival({ service, claims, known: one, sameEmail: anna })).toEqual({ refusal });
	});

	test('is the first time who has the address, when the service vouches for it and nothing else can be reached', () => {
		expect(judgeArrival({ service, claims, known: null, sameEmail: anna })).toEqual({
			userId: 5,
			isNew: true,
		});
	});

	test.each([
		['not vouched for', service, { ...claims, emailVerified: false }, anna],
		['missing', service, { ...claims, email: null }, anna],
		['of another domain', { ...service, emailDomains: ['bee.nl'] }, claims, anna],
		['of a service without domains', { ...service, emailDomains: [] }, claims, anna],
		['of SURFconext', { ...service, issuer: 'https://connect.surfconext.nl' }, claims, anna],
		['of Entra ID', { ...service, issuer: `https://login.microsoftonline.com/${TENANT}/v2.0` }, claims, anna],
		['of someone who is tied already', service, claims, { ...anna, isLinked: true }],
		['of someone of two organisations', service, claims, { ...anna, organisationIds: [1, 2] }],
		['of someone of another organisation', service, claims, { ...anna, organisationIds: [2] }],
		['of a platformbeheerder', service, claims, { ...anna, platformAdministrator: true }],
	])('is nobody by an address that is %s', (_what, by, said, sameEmail) => {
		expect(judgeArrival({ service: by, claims: said, known: null, sameEmail })).toEqual({
			refusal: 'unknown-account',
		});
	});
});

test.each([
	['an account of the organisation', anna, null, null],
	['an account that has it already', anna, known, null],
	['an account of several organisations', { ...anna, organisationIds: [1, 2] }, null, null],
	['an account of another organisation', { ...anna, organisationIds: [2] }, null, 'other-organisation'],
	['an account that is off', { ...anna, active: false }, null, 'account-off'],
	['what is of somebody else', { ...anna, userId: 6 }, known, 'taken'],
	['what is of another service', anna, { ...known, serviceId: 8 }, 'taken'],
])('tying %s: %s', (_what, account, already, expected) => {
	expect(judgeLink({ service, known: already }, account)).toBe(expected);
});

test('every refusal is about a step', () => {
	for (const refusal of TRIP_REFUSALS) expect(TRIP_STEPS).toContain(stepOf(refusal));
});
