/**
 * Who may do what, for every use case there is, against the table of rights of the product.
 */
import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { audit } from '#lib/server/db/schema.ts';
import { EXAMPLES } from '../support/examples.ts';
import { NAMES_IN_SOURCES, USE_CASES, useCase } from '../support/use-cases.ts';
import { expected, REGION_RIGHTS, VISITORS, type Right, type Visitor } from '../support/rights-table.ts';
import { withShared } from '../support/world-shared.ts';
import { makeWorld, type World } from '../support/world.ts';

const RIGHT_OF: Record<string, Right> = {
	'action.add': 'enter status',
	'action.edit': 'enter status',
	'action.list': 'read adopted rounds',
	'agenda.adopt': 'manage agenda, themas, items, rounds, meetings',
	'agenda.close': 'manage agenda, themas, items, rounds, meetings',
	'agenda.edit': 'manage agenda, themas, items, rounds, meetings',
	'agenda.edit-axis': 'manage agenda, themas, items, rounds, meetings',
	'agenda.list-start-choices': 'be signed in',
	'agenda.manage': 'manage agenda, themas, items, rounds, meetings',
	'agenda.move-item': 'manage agenda, themas, items, rounds, meetings',
	'agenda.move-theme': 'manage agenda, themas, items, rounds, meetings',
	'agenda.delete': 'manage agenda, themas, items, rounds, meetings',
	'agenda.sight': 'read adopted rounds',
	'agenda.start': 'manage agenda, themas, items, rounds, meetings',
	'item.add': 'manage agenda, themas, items, rounds, meetings',
	'item.edit': 'manage agenda, themas, items, rounds, meetings',
	'item.remove': 'manage agenda, themas, items, rounds, meetings',
	'item.restore': 'manage agenda, themas, items, rounds, meetings',
	'priority.add': 'manage agenda, themas, items, rounds, meetings',
	'priority.edit': 'manage agenda, themas, items, rounds, meetings',
	'priority.list': 'read adopted rounds',
	'priority.move': 'manage agenda, themas, items, rounds, meetings',
	'priority.remove': 'manage agenda, themas, items, rounds, meetings',
	'organisation.end': 'manage people, organisations, region settings',
	'organisation.link': 'manage people, organisations, region settings',
	'organisation.merge': 'manage people, organisations, region settings',
	'organisation.rename': 'manage people, organisations, region settings',
	'organisation.resume': 'manage people, organisations, region settings',
	'organisation.unlink': 'manage people, organisations, region settings',
	'organisation.view': 'manage people, organisations, region settings',
	'public-body.edit': 'make regions',
	'public-body.list': 'make regions',
	'region.add-organisation': 'manage people, organisations, region settings',
	'region.add-organisations': 'manage people, organisations, region settings',
	'region.check-organisations': 'manage people, organisations, region settings',
	'region.list-organisations': 'manage agenda, themas, items, rounds, meetings',
	'region.list-with-organisations': 'be signed in',
	'region.set-reminder-days': 'manage agenda, themas, items, rounds, meetings',
	'region.settings': 'manage agenda, themas, items, rounds, meetings',
	'region.name-forums': 'manage agenda, themas, items, rounds, meetings',
	'region.set-abbreviations': 'manage agenda, themas, items, rounds, meetings',
	'theme.add': 'manage agenda, themas, items, rounds, meetings',
	'theme.edit': 'manage agenda, themas, items, rounds, meetings',
	'theme.remove': 'manage agenda, themas, items, rounds, meetings',
	'theme.restore': 'manage agenda, themas, items, rounds, meetings',
	'account.choose-mail': 'be signed in',
	'account.mail-preferences': 'be signed in',
	'account.memberships': 'be signed in',
	'adoption.add-meeting': 'adopt',
	'adoption.amend': 'adopt',
	'adoption.list-missing-meetings': 'adopt',
	'adoption.list-withdrawn': 'be signed in',
	'adoption.prepare': 'adopt',
	'adoption.view-withdrawal': 'adopt',
	'adoption.withdraw': 'adopt',
	'adoption.compare': 'read adopted rounds',
	'adoption.create': 'adopt',
	'adoption.list': 'be signed in',
	'adoption.of-agenda': 'read adopted rounds',
	'adoption.verify': 'read adopted rounds',
	'adoption.verify-database': 'make regions',
	'adoption.verify-own': 'be signed in',
	'adoption.view': 'read adopted rounds',
	'agenda.evaluation': 'read adopted rounds',
	'agenda.import-table': 'manage agenda, themas, items, rounds, meetings',
	'agenda.import': 'manage agenda, themas, items, rounds, meetings',
	'agenda.item': 'read adopted rounds',
	'agenda.list': 'be signed in',
	'agenda.list-import-regions': 'be signed in',
	'agenda.overview': 'read adopted rounds',
	'agenda.prepare-table': 'manage agenda, themas, items, rounds, meetings',
	'agenda.preview-table': 'manage agenda, themas, items, rounds, meetings',
	'agenda.table-template': 'manage agenda, themas, items, rounds, meetings',
	'agenda.preview-import': 'manage agenda, themas, items, rounds, meetings',
	'access.note-download': 'anyone',
	'access.note-refusal': 'anyone',
	'audit.export': 'manage people, organisations, region settings',
	'audit.export-platform': 'make regions',
	'audit.verify': 'make regions',
	'audit.view': 'manage people, organisations, region settings',
	'audit.view-platform': 'make regions',
	'account.ask-email': 'be signed in',
	'account.change-email': 'be signed in',
	'account.change-password': 'be signed in',
	'account.count-confirmation': 'be signed in',
	'account.finish-confirmation': 'be signed in',
	'account.judge-password': 'be signed in',
	'account.password-rule': 'be signed in',
	'account.security': 'be signed in',
	'account.view-email-link': 'be signed in',
	'auth.count-attempt': 'anyone',
	'auth.count-code': 'anyone',
	'auth.judge-password': 'anyone',
	'auth.renew-hash': 'anyone',
	'auth.request-reset': 'anyone',
	'auth.finish-attempt': 'anyone',
	'auth.finish-code': 'anyone',
	'auth.is-pending': 'anyone',
	'region.ask-second-factor': 'manage people, organisations, region settings',
	'region.sign-in-settings': 'manage people, organisations, region settings',
	'second-factor.of-member': 'manage people, organisations, region settings',
	'second-factor.offer': 'be signed in',
	'second-factor.remove': 'be signed in',
	'second-factor.renew-codes': 'be signed in',
	'second-factor.reset': 'manage people, organisations, region settings',
	'second-factor.reset-by-email': 'be the server',
	'second-factor.set-up': 'be signed in',
	'session.end-of-member': 'manage people, organisations, region settings',
	'session.end-others': 'be signed in',
	'session.end-own': 'be signed in',
	'auth.set-password': 'anyone',
	'auth.view-password-link': 'anyone',
	'calendar.make-feed': 'be signed in',
	'calendar.read-feed': 'anyone',
	'calendar.revoke-feed': 'be signed in',
	'calendar.view': 'be signed in',
	'contribution.grid': 'read drafts and working version',
	'contribution.list': 'read drafts and working version',
	'contribution.save': 'enter status',
	'file.open': 'read adopted rounds',
	'letterhead.add': 'write letters of own gemeente',
	'letterhead.example': 'be signed in',
	'letterhead.list': 'write letters of own gemeente',
	'letterhead.remove': 'write letters of own gemeente',
	'letterhead.use': 'write letters of own gemeente',
	'letterhead.view': 'write letters of own gemeente',
	'source.add-file': 'enter status',
	'source.add-link': 'enter status',
	'source.check-file': 'enter status',
	'source.list': 'read drafts and working version',
	'source.list-of-item': 'read adopted rounds',
	'source.remove': 'enter status',
	'goal.decide': 'manage agenda, themas, items, rounds, meetings',
	'goal.decide-all': 'manage agenda, themas, items, rounds, meetings',
	'goal.list': 'read drafts and working version',
	'goal.view': 'read drafts and working version',
	'goal.write': 'write goals',
	'letter.claim-run': 'be the server',
	'letter.export': 'read letters: all in the REA, that of the own gemeente outside it',
	'letter.export-run': 'write letters of all gemeenten',
	'letter.fail-interrupted': 'be the server',
	'letter.fail-run': 'be the server',
	'letter.finish-run': 'be the server',
	'letter.forget-old-zips': 'be the server',
	'letter.list': 'read adopted rounds',
	'letter.list-late': 'be signed in',
	'letter.note-made': 'be the server',
	'letter.preview': 'write letters of own gemeente',
	'letter.save': 'write letters of own gemeente',
	'letter.set-due': 'write letters of all gemeenten',
	'letter.start-run': 'write letters of all gemeenten',
	'letter.step': 'write letters of own gemeente',
	'letter.view': 'read letters: all in the REA, that of the own gemeente outside it',
	'letter-template.list': 'be signed in',
	'letter-template.save': 'write letters of own gemeente',
	'letter-template.view': 'write letters of own gemeente',
	'jobs.note-success': 'be the server',
	'mail.claim': 'be the server',
	'metrics.count': 'be the server',
	'mail.is-waiting': 'be the server',
	'mail.list': 'be signed in',
	'mail.note-trouble': 'be the server',
	'mail.put-aside': 'manage people, organisations, region settings',
	'mail.queue-reminders': 'be the server',
	'mail.retry': 'manage people, organisations, region settings',
	'mail.write-outcome': 'be the server',
	'accord.give': 'record decisions, accord of own organisation',
	'board-level.set': 'decide for everybody together',
	'board-level.withdraw': 'decide for everybody together',
	'decision.edit': 'record decisions, accord of own organisation',
	'decision.follow-up': 'record decisions, accord of own organisation',
	'decision.record': 'record decisions, accord of own organisation',
	'meeting.add-item': 'manage agenda, themas, items, rounds, meetings',
	'meeting.cancel': 'manage agenda, themas, items, rounds, meetings',
	'meeting.close': 'manage agenda, themas, items, rounds, meetings',
	'meeting.ask-step': 'manage agenda, themas, items, rounds, meetings',
	'meeting.decisions': 'read adopted rounds',
	'meeting.edit': 'manage agenda, themas, items, rounds, meetings',
	'meeting.edit-item': 'manage agenda, themas, items, rounds, meetings',
	'meeting.list': 'be signed in',
	'meeting.list-forum': 'read adopted rounds',
	'meeting.move-item': 'manage agenda, themas, items, rounds, meetings',
	'meeting.note-presence': 'manage agenda, themas, items, rounds, meetings',
	'meeting.plan': 'manage agenda, themas, items, rounds, meetings',
	'meeting.plan-form': 'manage agenda, themas, items, rounds, meetings',
	'meeting.propose-agenda': 'manage agenda, themas, items, rounds, meetings',
	'meeting.remove-item': 'manage agenda, themas, items, rounds, meetings',
	'meeting.reopen': 'manage agenda, themas, items, rounds, meetings',
	'meeting.restore': 'manage agenda, themas, items, rounds, meetings',
	'meeting.start': 'manage agenda, themas, items, rounds, meetings',
	'meeting.take-back': 'manage agenda, themas, items, rounds, meetings',
	'meeting.view': 'read submitted (closed) rounds',
	'meeting.watch': 'read submitted (closed) rounds',
	'measure.save': 'write goals',
	'platform.add-administrator': 'make regions',
	'platform.administrators': 'make regions',
	'platform.appoint-administrator': 'make regions',
	'platform.make-first-administrator': 'make regions',
	'platform.make-link': 'make regions',
	'platform.make-region': 'make regions',
	'platform.offer-first-start': 'be the server',
	'platform.regions': 'make regions',
	'platform.remove-administrator': 'make regions',
	'platform.use-first-start': 'anyone',
	'platform.view-first-start': 'anyone',
	'invitation.accept': 'be who was asked',
	'invitation.decline': 'be who was asked',
	'invitation.decline-link': 'anyone',
	'invitation.list-own': 'be signed in',
	'invitation.make': 'manage people, organisations, region settings',
	'invitation.renew': 'manage people, organisations, region settings',
	'invitation.use-link': 'anyone',
	'invitation.view-link': 'anyone',
	'invitation.withdraw': 'manage people, organisations, region settings',
	'platform.withdraw-appointment': 'make regions',
	'sign-in-service.begin-offer': 'anyone',
	'sign-in-service.list-offered': 'anyone',
	'region.list-managed': 'be signed in',
	'region.add-role': 'manage people, organisations, region settings',
	'region.change-role': 'manage people, organisations, region settings',
	'region.remove-role': 'manage people, organisations, region settings',
	'region.end-access': 'manage people, organisations, region settings',
	'region.restore-access': 'manage people, organisations, region settings',
	'region.hand-over': 'manage people, organisations, region settings',
	'region.invite-again': 'manage people, organisations, region settings',
	'region.withdraw-invitation': 'manage people, organisations, region settings',
	'region.make-reset-link': 'manage people, organisations, region settings',
	'region.people': 'manage people, organisations, region settings',
	'region.person': 'manage people, organisations, region settings',
	'round.ask-step': 'manage agenda, themas, items, rounds, meetings',
	'round.close': 'return, agree, close round',
	'round.edit-dates': 'manage agenda, themas, items, rounds, meetings',
	'round.end-exception': 'return, agree, close round',
	'round.list-current': 'be signed in',
	'round.open': 'manage agenda, themas, items, rounds, meetings',
	'round.plan': 'manage agenda, themas, items, rounds, meetings',
	'round.plan-all': 'manage agenda, themas, items, rounds, meetings',
	'round.plans': 'manage agenda, themas, items, rounds, meetings',
	'round.progress': 'read drafts and working version',
	'round.remove': 'manage agenda, themas, items, rounds, meetings',
	'round.reopen-for': 'return, agree, close round',
	'round.take-back': 'manage agenda, themas, items, rounds, meetings',
	'round.set-filling-days': 'manage agenda, themas, items, rounds, meetings',
	'round.reopen': 'return, agree, close round',
	'round.view': 'read drafts and working version',
	'round.view-workbench': 'read drafts and working version',
	'sign-in-service.begin-invitation': 'anyone',
	'sign-in-service.begin-own': 'be signed in',
	'sign-in-service.begin-sign-in': 'anyone',
	'sign-in-service.begin-test': 'manage people, organisations, region settings',
	'sign-in-service.finish-trip': 'anyone',
	'sign-in-service.is-offered': 'anyone',
	'sign-in-service.list': 'be signed in',
	'sign-in-service.list-invited': 'anyone',
	'sign-in-service.list-own': 'be signed in',
	'sign-in-service.save': 'manage people, organisations, region settings',
	'sign-in-service.switch': 'manage people, organisations, region settings',
	'sign-in-service.take-trip': 'anyone',
	'sign-in-service.view': 'manage people, organisations, region settings',
	'sign-in-service.view-farewell': 'anyone',
	'sign-in-service.view-trip': 'anyone',
	'platform.obliging-services': 'make regions',
	'platform.release-service': 'make regions',
	'site.edit': 'make regions',
	'site.save': 'make regions',
	'site.view': 'anyone',
	'status.agree': 'return, agree, close round',
	'status.confirm-many': 'enter status',
	'status.agree-many': 'return, agree, close round',
	'status.return-many': 'return, agree, close round',
	'status.confirm-unchanged': 'enter status',
	'status.return': 'return, agree, close round',
	'status.save': 'enter status',
	'status.submit': 'enter status',
	'status.submit-many': 'enter status',
	'status.view': 'read drafts and working version',
	'todo.list': 'be signed in',
};

/**
 * Counting an attempt to sign in is a counter, not a change that anyone made to anything; nor is the start of a trip to
 * a sign-in service, of which the end is recorded.
 */
const WITHOUT_AUDIT = [
	'account.count-confirmation',
	'auth.count-attempt',
	'auth.count-code',
	...['begin-invitation', 'begin-offer', 'begin-own', 'begin-sign-in', 'begin-test', 'take-trip'].map(
		(name) => `sign-in-service.${name}`,
	),
];

function attempt(world: World, name: string, { who, place }: Visitor, input: unknown): unknown {
	try {
		useCase(name)(world.as(who, place), input);
		return null;
	} catch (failure) {
		return failure;
	}
}

const named = (visitor: Visitor) => `${visitor.who} of ${visitor.place}`;
const auditRows = (world: World) =>
	world.db.select({ action: audit.action }).from(audit).orderBy(audit.id).all();

/** What a use case may do stays within this call: its own transaction becomes a part of one that is undone. */
function rolledBack({ db }: World, work: () => void): void {
	db.$client.exec('BEGIN IMMEDIATE');
	try {
		work();
	} finally {
		db.$client.exec('ROLLBACK');
	}
}

/** How many rows were ever added, changed or removed on this connection, also by what was rolled back. */
const changesOf = ({ db }: World): unknown => db.$client.prepare('SELECT total_changes()').pluck().get();

function lazily<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

describe('every use case', () => {
	const names = USE_CASES.map((one) => one.useCase.name).sort();

	test('has an example input, and no example is left of a use case that is gone', () => {
		expect(Object.keys(EXAMPLES).sort()).toEqual(names);
	});

	test('stands in the table of rights, and no row is left of a use case that is gone', () => {
		expect(Object.keys(RIGHT_OF).sort()).toEqual(names);
	});

	test('has a name of its own', () => {
		expect([...NAMES_IN_SOURCES].sort()).toEqual(names);
	});
});

describe.each(Object.entries(RIGHT_OF))('%s', (name, right) => {
	const visitors = VISITORS.map((visitor) => ({
		...visitor,
		named: named(visitor),
		refusal: expected(right, visitor),
	}));
	const allowed = visitors.filter(({ refusal }) => refusal === null);
	const refused = visitors.filter(({ refusal }) => refusal !== null);
	// Nobody leaves anything behind: a refusal touches no row at all, and what was allowed is rolled back.
	const world = lazily(() => withShared(makeWorld()));
	const prepared = lazily(() => ({ input: EXAMPLES[name]?.(world()) }));

	test.skipIf(allowed.length === 0).each(allowed)('lets $named in', (visitor) => {
		const { input } = prepared();
		rolledBack(world(), () => {
			const before = auditRows(world()).length;
			expect(attempt(world(), name, visitor, input)).toBeNull();
			const isRecorded = useCase(name).useCase.kind === 'command' && !WITHOUT_AUDIT.includes(name);
			const added = auditRows(world()).slice(before);
			expect(added.length > 0).toBe(isRecorded);
			expect(added.every((one) => one.action === name)).toBe(true);
		});
	});

	test.skipIf(refused.length === 0).each(refused)(
		'refuses $named as $refusal and changes nothing',
		(visitor) => {
			const { input } = prepared();
			const changes = changesOf(world());
			const failure = attempt(world(), name, visitor, input);
			expect(failure).toBeInstanceOf(DomainError);
			expect(failure).toHaveProperty('code', visitor.refusal);
			expect(changesOf(world()), 'no row was touched, not even one that was put back').toBe(changes);
		},
	);
});

describe('what another region has', () => {
	const regional = Object.entries(RIGHT_OF).filter(([, right]) => right in REGION_RIGHTS);

	test.each(regional)('looks like what nobody has: %s', (name) => {
		const world = makeWorld();
		const real = EXAMPLES[name]?.(world);
		const madeUp: unknown = JSON.parse(JSON.stringify(real).replaceAll(world.home.region, 'nergens'));
		const visitor: Visitor = { who: 'coordinator', place: 'away' };
		const [theirs, nobodys] = [attempt(world, name, visitor, real), attempt(world, name, visitor, madeUp)];
		expect(theirs).toMatchObject({
			code: 'not-found',
			message: nobodys instanceof Error ? nobodys.message : '',
		});
		expect(nobodys).toMatchObject({ code: 'not-found' });
	});
});
