/** The pages of signing in and of the own account with who may see them. */
import { eq } from 'drizzle-orm';
import { recoveryCode, secondFactor, user } from '#lib/server/db/schema.ts';
import { emailOf } from './people.ts';
import type { PageCase } from './pages.ts';
import type { Site } from './sites.ts';

const OWN = { others: 'nothing to see' } as const;

export const ACCOUNT_PAGES: readonly PageCase[] = [
	{ route: '/account', path: '/account', seenBy: ['coordinator', 'platform'], ...OWN },
	{ route: '/account/bevestigen', path: '/account/bevestigen?naar=/account', seenBy: ['adviser'], ...OWN },
	{ route: '/account/e-mailadres', path: '/account/e-mailadres', seenBy: ['adviser'], ...OWN },
	{
		route: '/account/e-mailadres/[code]',
		state: 'that works no longer',
		path: '/account/e-mailadres/bestaat-niet',
		seenBy: ['adviser'],
		...OWN,
	},
	{ route: '/account/meldingen', path: '/account/meldingen', seenBy: ['adviser', 'reader'], ...OWN },
	{
		route: '/account/tweede-factor',
		path: '/account/tweede-factor',
		seenBy: ['adviser', 'platform'],
		...OWN,
	},
	{
		route: '/account/tweede-factor',
		state: 'with an app',
		path: (site) => ofReader(site, '/account/tweede-factor'),
		seenBy: ['reader'],
		...OWN,
	},
	{
		route: '/account/tweede-factor/herstelcodes',
		path: (site) => ofReader(site, '/account/tweede-factor/herstelcodes'),
		seenBy: ['reader'],
		...OWN,
	},
	{ route: '/account/wachtwoord', path: '/account/wachtwoord', seenBy: ['adviser'], ...OWN },
	{
		route: '/beheer/mensen/[persoon]/tweede-factor',
		path: (site) => `/beheer/mensen/${readerOf(site)}/tweede-factor`,
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/regio/[regio]/inloggen',
		path: '/beheer/regio/utrecht-west/inloggen',
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{ route: '/inloggen', path: '/inloggen', seenBy: ['anonymous'], others: 'sent on' },
	// Without a right password before it there is nothing to see here; second-factor.e2e.ts looks at the page itself.
	{
		route: '/inloggen/tweede-factor',
		state: 'too early',
		path: '/inloggen/tweede-factor',
		seenBy: ['anonymous'],
		others: 'sent on',
	},
];

function readerOf({ db }: Site): number {
	return (
		db
			.select()
			.from(user)
			.where(eq(user.email, emailOf('reader')))
			.get()?.id ?? 0
	);
}

/** For the reader, who has an app and two recovery codes left from now on. */
function ofReader(site: Site, path: string): string {
	const userId = readerOf(site);
	const at = { createdAt: site.now(), confirmedAt: site.now() };
	site.db
		.insert(secondFactor)
		.values({ userId, secret: 'verzegeld', ...at })
		.onConflictDoNothing()
		.run();
	site.db
		.insert(recoveryCode)
		.values(['een', 'twee'].map((codeHash) => ({ userId, codeHash, createdAt: site.now() })))
		.onConflictDoNothing()
		.run();
	return path;
}
