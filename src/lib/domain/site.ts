/** Who runs this site and what that organisation says about security, privacy and accessibility. */

/** The five statuses that a Dutch accessibility statement can have; `none` until one was chosen. */
export const ACCESSIBILITY_STATUSES = ['none', 'full', 'partial', 'started', 'not'] as const;
export type AccessibilityStatus = (typeof ACCESSIBILITY_STATUSES)[number];

export interface SiteFacts {
	/** The organisation that runs the site; empty when not filled in, as every text below. */
	organisation: string;
	/** Where a security researcher writes to. */
	securityEmail: string;
	/** Where the rules for reporting stand, such as a page on coordinated vulnerability disclosure. */
	securityPolicy: string;
	/** The functionaris gegevensbescherming, or who answers questions on privacy. */
	privacyContact: string;
	privacyEmail: string;
	/** Who hosts the server and other processors, as people would say it. */
	processors: string;
	/** How long the organisation keeps what. */
	retention: string;
	accessibilityEmail: string;
	accessibilityStatus: AccessibilityStatus;
	/** The day of the statement. */
	accessibilityOn: string;
	/** Where the report of the examination stands. */
	accessibilityReport: string;
	/** What does not work for everybody yet. */
	accessibilityGaps: string;
}

export const EMPTY_SITE: SiteFacts = {
	organisation: '',
	securityEmail: '',
	securityPolicy: '',
	privacyContact: '',
	privacyEmail: '',
	processors: '',
	retention: '',
	accessibilityEmail: '',
	accessibilityStatus: 'none',
	accessibilityOn: '',
	accessibilityReport: '',
	accessibilityGaps: '',
};

/** What the law asks for and is not there, each as a part of a sentence. */
export function missingFacts(facts: SiteFacts): string[] {
	return [
		...(facts.organisation ? [] : ['welke organisatie deze site beheert']),
		...(facts.securityEmail ? [] : ['waar iemand een beveiligingslek kan melden']),
		...(facts.privacyEmail ? [] : ['waar mensen terechtkunnen met vragen over privacy']),
		...(facts.accessibilityEmail ? [] : ['waar mensen een probleem met de toegankelijkheid kunnen melden']),
		...(facts.accessibilityStatus === 'none' ? ['de status van de toegankelijkheidsverklaring'] : []),
	];
}

const LONGEST_DAYS = 364;
const DAY = 86_400_000;

/**
 * The text of `/.well-known/security.txt` by RFC 9116, or null without an address to report to. It says that it holds for
 * most of a year and is made anew at every request, so that it never runs out while the site is up.
 */
export function securityText(facts: SiteFacts, origin: string, now: Date): string | null {
	if (facts.securityEmail === '') return null;
	const expires = new Date(now.getTime() + LONGEST_DAYS * DAY);
	const lines = [
		`Contact: mailto:${facts.securityEmail}`,
		`Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		...(facts.securityPolicy ? [`Policy: ${facts.securityPolicy}`] : []),
	];
	return `${lines.join('\n')}\n`;
}
