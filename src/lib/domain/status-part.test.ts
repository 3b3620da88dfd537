import { describe, expect, test } from 'vitest';
import type { Person, Role } from './access.ts';
import { asksForLead, statusPartOf } from './status-part.ts';

const [HERE, ELSEWHERE, RBL, SWV] = [1, 2, 10, 11];

function person(...roles: [role: Role, organisationId: number, regionId?: number][]): Person {
	return {
		kind: 'person',
		userId: 1,
		name: 'Iemand',
		platformAdministrator: false,
		memberships: roles.map(([role, organisationId, regionId = HERE]) => ({ role, organisationId, regionId })),
	};
}

describe('the part of a person in an item', () => {
	test.each([
		['an adviser of the trekker leads it', person(['adviser', RBL]), RBL, 'lead'],
		['an adviser of another organisation takes part', person(['adviser', SWV]), RBL, 'partner'],
		['a coordinator fills in for all', person(['coordinator', SWV]), RBL, 'coordinator'],
		['a coordinator leads what the own organisation leads', person(['coordinator', RBL]), RBL, 'lead'],
		['a membership in another region is none here', person(['adviser', RBL, ELSEWHERE]), RBL, 'partner'],
		['a board member of the trekker fills in nothing', person(['board', RBL]), RBL, 'partner'],
		['an item without a trekker is led by nobody', person(['adviser', RBL]), null, 'partner'],
		[
			'who is adviser and coordinator is asked nothing',
			person(['adviser', SWV], ['coordinator', SWV]),
			RBL,
			'coordinator',
		],
	] as const)('goes by memberships: %s', (_name, actor, leadId, part) => {
		expect(statusPartOf(actor, HERE, leadId)).toBe(part);
	});

	test('only handing in for another trekker is asked', () => {
		expect([
			asksForLead('partner', RBL),
			asksForLead('partner', null),
			asksForLead('coordinator', RBL),
			asksForLead('lead', RBL),
		]).toEqual([true, false, false, false]);
	});
});
