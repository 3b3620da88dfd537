/** Who the tests sign in as, and how: with a session put straight into the database of the site. */
import type { Page } from '@playwright/test';
import { type Role, ROLES } from '#lib/domain/access.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { session } from '#lib/server/db/schema.ts';
import { DEMO_ACCOUNTS } from '#lib/server/demo/accounts.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { makeFirstAdministrator } from '#lib/server/users/make-first-administrator.ts';
import { signedIn } from '../../support/signed-in.ts';
import type { Site } from './sites.ts';

/** The roles of the demo, and the platformbeheerder that the demo has not. */
export const MEMBERS = [...ROLES, 'platform'] as const;
export type Who = Role | 'platform';

const PLATFORM_EMAIL = 'platform@voorbeeld.example';

export async function sessionCookie(
	site: Site,
	who: Who,
): Promise<{ name: string; value: string; url: string }> {
	return {
		name: 'sessie',
		value: await startSession({ db: site.db, now: site.now() }, signedIn(userIdOf(site, who))),
		url: site.origin,
	};
}

function userIdOf(site: Site, who: Who): number {
	const email = emailOf(who);
	if (who === 'platform' && findUserIdByEmail(site.db, email) === null) {
		const actor = { kind: 'system', name: 'browsertest' } as const;
		makeFirstAdministrator({ db: site.db, actor, now: new Date(), house: HOUSE_RULES }, { email });
	}
	const id = findUserIdByEmail(site.db, email);
	if (id === null) throw new Error(`Nobody in this database has ${email}`);
	return id;
}

export function emailOf(who: Who): string {
	return DEMO_ACCOUNTS.find((account) => account.role === who)?.email ?? PLATFORM_EMAIL;
}

type Cookie = Awaited<ReturnType<typeof sessionCookie>>;
const kept = new WeakMap<Site, Map<Who, Promise<Cookie>>>();

/**
 * One session per person and site, for those who only look: making one is a write that waits for the disk. Whoever only looks is
 * not asked for the password again, however long the tests take.
 */
export async function keptCookie(site: Site, who: Who): Promise<Cookie> {
	const ofSite = kept.get(site) ?? new Map<Who, Promise<Cookie>>();
	kept.set(site, ofSite);
	const cookie = ofSite.get(who) ?? sessionCookie(site, who);
	ofSite.set(who, cookie);
	await cookie;
	confirmAnew(site);
	return cookie;
}

const confirmed = new WeakMap<Site, number>();

/** Once a minute is well within the time that a confirmation holds, and writes seldom. */
function confirmAnew(site: Site): void {
	const now = site.now();
	if (now.getTime() - (confirmed.get(site) ?? 0) < 60_000) return;
	confirmed.set(site, now.getTime());
	site.db.update(session).set({ confirmedAt: now }).run();
}

/** From now on the browser of this page is signed in as someone else, or not at all. */
export async function becomes(page: Page, site: Site, who: Who | 'anonymous'): Promise<void> {
	await page.context().clearCookies();
	if (who !== 'anonymous') await page.context().addCookies([await keptCookie(site, who)]);
}
