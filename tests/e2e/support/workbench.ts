/** For the browser tests of the workbench: an empty round, and a browser whose connection may fail. */
import type { Browser, Page } from '@playwright/test';
import { eq, inArray } from 'drizzle-orm';
import { status, statusMeasurement, statusRound } from '#lib/server/db/schema.ts';
import { demo } from './demo.ts';
import { sessionCookie, type Who } from './people.ts';
import type { Site } from './sites.ts';

/** Nobody has filled in anything in the open round. */
export function emptyRound({ db }: Site): void {
	const round = db.select().from(statusRound).where(eq(statusRound.slug, demo.openRoundSlug)).get();
	const own = db
		.select({ id: status.id })
		.from(status)
		.where(eq(status.roundId, round?.id ?? 0))
		.all()
		.map(({ id }) => id);
	// The database itself refuses that, and rightly so.
	db.$client.exec('DROP TRIGGER status_never_deleted');
	db.delete(statusMeasurement).where(inArray(statusMeasurement.statusId, own)).run();
	db.delete(status).where(inArray(status.id, own)).run();
}

/** What is stored for every item of the open round. */
export function storedTexts({ db }: Site): { narrative: string; state: string }[] {
	return db
		.select({ narrative: status.narrative, state: status.state })
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.where(eq(statusRound.slug, demo.openRoundSlug))
		.all();
}

/** A browser in which requests may fail; the browser writes that as an error, so nothing watches its console. */
export async function unwatched(browser: Browser, site: Site, who: Who): Promise<Page> {
	const context = await browser.newContext({
		locale: 'nl-NL',
		reducedMotion: 'reduce',
		baseURL: site.origin,
	});
	await context.addCookies([await sessionCookie(site, who)]);
	return context.newPage();
}

/** Keys act once the script has come. */
export async function openWithScript(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.getByText('Toetsen').first().waitFor({ state: 'attached' });
}
