/**
 * The choke point: everything the product can do is a query or a command made here. Neither can exist without a
 * permission and a subject, and neither can be asynchronous. A command is one immediate transaction with an audit row;
 * what follows from it, such as mail, is given by whoever asks and runs in that same transaction.
 */
import type { z } from 'zod';
import { judge, type Actor, type Permission, type Scope } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { appendAudit, type AuditEntry } from './audit/audit.repo.ts';
import { inTransaction, type Db } from './db/open.ts';

export type { AuditEntry } from './audit/audit.repo.ts';

/** Seals and opens secrets; what that takes is the business of signing in. */
export interface SecretBox {
	/** The text as it may stand in the database. */
	seal(text: string): string;
	/** Null when it was sealed with another key, or changed since. */
	open(sealed: string): string | null;
}

/** What fields that others will read hold already, by field; only what is new is looked at. */
export type Standing = Readonly<Record<string, string | null | undefined>>;

/** What a person sends to a command. */
export interface Sent {
	schema: z.core.$ZodType;
	/** As the use case takes it. */
	input: unknown;
	/** As it was sent, with what is no part of the input. */
	raw: unknown;
	standing: Standing;
	now: Date;
}

/** A command that was carried out, with the rows that it wrote in the audit trail. */
export interface Deed {
	context: Context;
	action: string;
	/** The region that it is about; null for what belongs to no region. */
	own: number | null;
	subject: Authorized<Subject>;
	entries: readonly AuditEntry[];
}

export interface HouseRules {
	/** Takes out of what was sent what nobody can type or see. */
	clean: (raw: unknown) => unknown;
	/** Looks before a command runs. Answers why something that stands out may stay, or an empty text; throws when it may not. */
	guard: (sent: Sent) => string;
	/** What follows from a command, in its transaction. */
	follow: (deed: Deed) => void;
}

export interface Context {
	db: Db;
	actor: Actor;
	now: Date;
	/** What holds for every command here; who makes a context gives them, so that this room need not know of them. */
	house: HouseRules;
	/** Whether mail leaves this server; left out where it cannot, such as in the demo. */
	sendsMail?: boolean;
	/** Seals and opens secrets; left out where nobody signs in, such as in a command. */
	box?: SecretBox;
	/** The request behind this, as in the log; left out for what the server does by itself. */
	requestId?: string;
	/** Hears of every use case that was asked for, and whether it was allowed; left out where no person asks. */
	notice?: (notice: Notice) => void;
}

export interface Notice {
	verdict: 'admitted' | 'refused';
	useCase: string;
	/** Whose it is; null for what belongs to no region. */
	regionId: number | null;
}

/** A thing that a right is asked about; `scope` says whose it is. */
export interface Subject {
	scope: Scope;
}

declare const proof: unique symbol;
/** A subject that this actor may act on. Only the choke point makes one; repo writes ask for it. */
export type Authorized<T> = T & { readonly [proof]: true };

export interface Unit extends Context {
	/** Adds a row to the audit trail of this command. */
	record(entry: AuditEntry): void;
	/** Says that this run leaves no audit row: nothing changed, or only a counter that is no one's data. */
	nothingChanged(): void;
}

type Sync<T> = T extends PromiseLike<unknown> ? never : T;

interface Definition<Input, S extends Subject, Inner, Result> {
	/** `status.save`; unique, and the action in the audit trail. */
	name: string;
	permission: Permission;
	input: z.ZodType<Input>;
	/** What stands already in the fields that the privacy guard reads; only what is new is asked about. */
	stands?(subject: S, input: Input): Standing;
	/** Finds what it is about; null reads as "does not exist". */
	subject(context: Context, input: Input): S | null;
	run(inner: Inner, input: Input, subject: Authorized<S>): Sync<Result>;
}

export interface UseCase<Result = unknown> {
	(context: Context, input?: unknown): Result;
	useCase: { name: string; kind: 'query' | 'command'; permission: Permission };
}

const registry = new Map<string, UseCase>();

/** Every use case whose file has been loaded, for the test that walks them all. */
export function allUseCases(): ReadonlyMap<string, UseCase> {
	return registry;
}

export function query<Input, S extends Subject, Result>(
	definition: Definition<Input, S, Context, Result>,
): UseCase<Result> {
	return register(definition, 'query', (context, raw) =>
		inTransaction(context.db, 'deferred', () => {
			const { input, subject } = admit(definition, context, raw);
			return definition.run(context, input, subject);
		}),
	);
}

export function command<Input, S extends Subject, Result>(
	definition: Definition<Input, S, Unit, Result>,
): UseCase<Result> {
	return register(definition, 'command', (context, raw) =>
		inTransaction(context.db, 'immediate', () => {
			const { input, subject } = admit(definition, context, raw);
			const letStand = guardCommand(definition, context, { input, raw, subject });
			const entries: AuditEntry[] = [];
			let nothing = false;
			const result = definition.run(
				{ ...context, record: (entry) => entries.push(entry), nothingChanged: () => (nothing = true) },
				input,
				subject,
			);
			if (entries.length === 0 && !nothing)
				throw new Error(`${definition.name} changed something without an audit row`);
			const kept = letStand === '' ? entries : entries.map((entry) => withReason(entry, letStand));
			const own = regionOf(subject);
			for (const entry of kept)
				for (const regionId of new Set(entry.regions ?? [own]))
					appendAudit(context, definition.name, regionId, entry);
			context.house.follow({ context, action: definition.name, own, subject, entries: kept });
			return result;
		}),
	);
}

/** What a person writes for others is looked through first; what the server does by itself has nobody to ask. */
function guardCommand<Input, S extends Subject, Result>(
	{ input: schema, stands }: Definition<Input, S, Unit, Result>,
	{ actor, now, house }: Context,
	{ input, raw, subject }: { input: Input; raw: unknown; subject: S },
): string {
	if (actor.kind !== 'person') return '';
	return house.guard({ schema, input, raw, standing: stands?.(subject, input) ?? {}, now });
}

function withReason(entry: AuditEntry, privacyReason: string): AuditEntry {
	return entry.after ? { ...entry, after: { ...entry.after, privacyReason } } : entry;
}

function register<Result>(
	definition: { name: string; permission: Permission },
	kind: 'query' | 'command',
	execute: (context: Context, raw: unknown) => Result,
): UseCase<Result> {
	const { name, permission } = definition;
	const useCase = Object.assign(execute, { useCase: { name, kind, permission } });
	registry.set(name, useCase);
	return useCase;
}

function admit<Input, S extends Subject, Inner, Result>(
	definition: Definition<Input, S, Inner, Result>,
	context: Context,
	raw: unknown,
): { input: Input; subject: Authorized<S> } {
	if (context.actor.kind === 'anonymous' && definition.permission !== 'public') throw notSignedIn();
	const parsed = definition.input.safeParse(context.house.clean(raw ?? {}));
	if (!parsed.success) throw invalid(parsed.error.issues);
	const subject = definition.subject(context, parsed.data);
	if (subject === null) throw notFound();
	const allowed = judge(context.actor, definition.permission, subject.scope) === 'allowed';
	context.notice?.({
		verdict: allowed ? 'admitted' : 'refused',
		useCase: definition.name,
		regionId: regionOf(subject),
	});
	authorize(context.actor, definition.permission, subject);
	return { input: parsed.data, subject };
}

function regionOf({ scope }: Subject): number | null {
	return scope.kind === 'region' ? scope.regionId : null;
}

/** Throws unless the actor has this permission on the subject; afterwards the subject may be written. */
export function authorize<S extends Subject>(
	actor: Actor,
	permission: Permission,
	subject: S,
): asserts subject is Authorized<S> {
	const verdict = judge(actor, permission, subject.scope);
	if (verdict === 'not-signed-in') throw notSignedIn();
	if (verdict === 'unknown-region') throw notFound();
	if (verdict === 'forbidden') throw forbidden();
}

function notSignedIn(): DomainError {
	return new DomainError('not-signed-in', 'U bent niet ingelogd. Log in en probeer het opnieuw.');
}

export function notFound(): DomainError {
	return new DomainError(
		'not-found',
		'Deze pagina bestaat niet, of hoort niet bij een regio waar u lid van bent.',
	);
}

function forbidden(): DomainError {
	return new DomainError(
		'forbidden',
		'Uw rol geeft hier geen recht op. Vraag de coördinator van uw regio om hulp.',
	);
}

function invalid(issues: readonly { path: PropertyKey[]; message: string }[]): DomainError {
	const fields: Record<string, string> = {};
	for (const issue of issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
	return new DomainError('invalid', 'Niet alles is goed ingevuld.', { fields });
}
