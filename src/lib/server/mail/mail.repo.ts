/** SQL for the mails themselves: making one once, claiming it, writing down how it went, and the list of a region. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, like, lte, ne, or } from 'drizzle-orm';
import type { MailKind } from '#lib/domain/mail.ts';
import type { Db } from '../db/open.ts';
import { mail, mailPreference, region, user } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export type MailRow = typeof mail.$inferSelect;

export interface NewMail {
	key: string;
	/** Null for what is of no region, such as a forgotten password. */
	regionId: number | null;
	/** Null for who may have no account. */
	userId: number | null;
	kind: MailKind;
	address: string;
	subject: string;
	text: string;
	html: string;
	createdAt: Date;
	expiresAt: Date;
}

/** Nothing when there is a mail with this key already. */
export function insertMail(db: Db, _by: Authorized<Subject>, values: NewMail): void {
	db.insert(mail).values(values).onConflictDoNothing({ target: mail.key }).run();
}

/** The oldest mail that may be sent now, with what may have changed since it was made; null when none waits. */
export function nextMail(db: Db, now: Date) {
	return (
		db
			.select({ mail, active: user.active, wanted: mailPreference.wanted })
			.from(mail)
			.leftJoin(user, eq(user.id, mail.userId))
			.leftJoin(
				mailPreference,
				and(eq(mailPreference.userId, mail.userId), eq(mailPreference.kind, mail.kind)),
			)
			.where(
				and(
					isNull(mail.sentAt),
					isNull(mail.claimedAt),
					or(isNull(mail.expiresAt), gt(mail.expiresAt, now)),
					or(eq(mail.problem, ''), and(isNotNull(mail.nextAttemptAt), lte(mail.nextAttemptAt, now))),
				),
			)
			.orderBy(asc(mail.createdAt), asc(mail.id))
			.limit(1)
			.get() ?? null
	);
}

type Progress = Partial<
	Pick<MailRow, 'sentAt' | 'claimedAt' | 'attempts' | 'nextAttemptAt' | 'problem' | 'expiresAt'>
>;

export function updateMail(db: Db, _by: Authorized<Subject>, id: number, change: Progress): void {
	db.update(mail).set(change).where(eq(mail.id, id)).run();
}

/** A mail with a link to set a password that waits is not sent any more. News about the account is. */
export function dropWaitingAccountMails(db: Db, _by: Authorized<Subject>, userId: number, now: Date): void {
	const waiting = and(
		eq(mail.userId, userId),
		like(mail.key, 'account:%'),
		isNull(mail.sentAt),
		isNull(mail.claimedAt),
		or(isNull(mail.expiresAt), gt(mail.expiresAt, now)),
	);
	db.update(mail)
		.set({ expiresAt: now, problem: 'Niet verstuurd: de uitnodiging is ingetrokken of vervangen.' })
		.where(waiting)
		.run();
}

const MAIL_ABOUT = { id: mail.id, key: mail.key, userId: mail.userId, kind: mail.kind, name: user.name };

/** What was made about one round: the mails that still wait, and those that are sent or on their way. */
export function listMailsOfRound(db: Db, roundId: number, kinds: readonly MailKind[], now: Date) {
	const own = kinds.flatMap((kind) => [
		like(mail.key, `${kind}:${roundId}:%`),
		like(mail.key, `${kind}:${roundId}-%`),
	]);
	const rows = db
		.select({ ...MAIL_ABOUT, sentAt: mail.sentAt, claimedAt: mail.claimedAt, expiresAt: mail.expiresAt })
		.from(mail)
		.leftJoin(user, eq(user.id, mail.userId))
		.where(or(...own))
		.orderBy(asc(mail.id))
		.all();
	const isGone = (row: (typeof rows)[number]) => row.sentAt !== null || row.claimedAt !== null;
	return {
		waiting: rows.filter((row) => !isGone(row) && (row.expiresAt === null || row.expiresAt > now)),
		gone: rows.filter(isGone),
	};
}

/** Waiting mails are not sent any more. Their keys are set free, so that the same news can be told when it is true again. */
export function withdrawMails(
	db: Db,
	_by: Authorized<Subject>,
	mails: readonly Pick<MailRow, 'id' | 'key'>[],
	why: { now: Date; problem: string },
): void {
	for (const { id, key } of mails)
		db.update(mail)
			.set({ key: `${key}:ingetrokken-${id}`, expiresAt: why.now, problem: why.problem })
			.where(eq(mail.id, id))
			.run();
}

export function findMail(db: Db, id: number): MailRow | null {
	return db.select().from(mail).where(eq(mail.id, id)).get() ?? null;
}

export interface ListedMail extends MailRow {
	regionName: string;
	regionSlug: string;
	/** Null when the account is gone. */
	name: string | null;
}

function inRegions(db: Db) {
	return db
		.select({ mail, regionName: region.name, regionSlug: region.slug, name: user.name })
		.from(mail)
		.innerJoin(region, eq(region.id, mail.regionId))
		.leftJoin(user, eq(user.id, mail.userId));
}

/** Those that are not sent and not over, newest first. */
export function listOpenMails(db: Db, regionIds: readonly number[], now: Date, limit: number): ListedMail[] {
	if (regionIds.length === 0) return [];
	return inRegions(db)
		.where(
			and(
				inArray(mail.regionId, [...regionIds]),
				isNull(mail.sentAt),
				or(isNull(mail.expiresAt), gt(mail.expiresAt, now)),
			),
		)
		.orderBy(desc(mail.createdAt), desc(mail.id))
		.limit(limit)
		.all()
		.map(({ mail, ...rest }) => ({ ...mail, ...rest }));
}

/** Those that are sent or over, newest first. */
export function listDoneMails(db: Db, regionIds: readonly number[], now: Date, limit: number): ListedMail[] {
	if (regionIds.length === 0) return [];
	return inRegions(db)
		.where(and(inArray(mail.regionId, [...regionIds]), or(isNotNull(mail.sentAt), lte(mail.expiresAt, now))))
		.orderBy(desc(mail.createdAt), desc(mail.id))
		.limit(limit)
		.all()
		.map(({ mail, ...rest }) => ({ ...mail, ...rest }));
}

/** Those that went wrong or are unsure, for the to-do list: not sent, not over, and claimed or with a problem. */
export function listTroubledMails(db: Db, regionIds: readonly number[], now: Date): MailRow[] {
	if (regionIds.length === 0) return [];
	return db
		.select()
		.from(mail)
		.where(
			and(
				inArray(mail.regionId, [...regionIds]),
				isNull(mail.sentAt),
				or(isNull(mail.expiresAt), gt(mail.expiresAt, now)),
				or(isNotNull(mail.claimedAt), ne(mail.problem, '')),
			),
		)
		.all();
}
