import { expect, test } from 'vitest';
import type { Person, Role } from './access.ts';
import { isOwnDraft } from './own-draft.ts';

const person = (role: Role, organisationId: number): Person => ({
	kind: 'person',
	userId: 7,
	name: 'Adviseur',
	platformAdministrator: false,
	memberships: [{ regionId: 1, organisationId, role }],
});

test.each([
	['of who wrote it last', person('adviser', 2), { authorId: 7, leadId: 3 }, true],
	['of nobody else', person('adviser', 3), { authorId: 8, leadId: 3 }, false],
	[
		'of the adviser of the trekker, while it only came with an import',
		person('adviser', 3),
		{ authorId: null, leadId: 3 },
		true,
	],
	['not of another adviser', person('adviser', 2), { authorId: null, leadId: 3 }, false],
	[
		'not of a coordinator of the same organisation',
		person('coordinator', 3),
		{ authorId: null, leadId: 3 },
		false,
	],
	['of nobody while there is no trekker', person('adviser', 3), { authorId: null, leadId: null }, false],
] as const)('a draft is %s', (_whose, who, draft, expected) => {
	expect(isOwnDraft(who, draft)).toBe(expected);
});
