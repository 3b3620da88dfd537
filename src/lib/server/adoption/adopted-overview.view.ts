/** The overview of an agenda as it was adopted: the same view on the frozen facts, with links that stay with the adoption. */
import type { AgendaFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { longDate, periodName, roundCode } from '#lib/text/nl.ts';
import { overviewView, type OverviewChoice, type OverviewView } from '../agenda/overview.view.ts';
import type { AdoptionPage } from './view-adoption.ts';

export interface AdoptedOverview {
	overview: OverviewView;
	/** "Zoals vastgesteld op 12 november 2020". */
	banner: string;
}

/** The round is that of the adoption, whatever `choice` says. */
export function adoptedOverview(adoption: AdoptionPage, choice: OverviewChoice): AdoptedOverview {
	const { slug, snapshot, siblings } = adoption;
	const { facts, period, adoptedOn } = snapshot;
	const isNewest = facts.rounds.at(-1)?.period === period;
	const view = overviewView(facts, { ...choice, period: isNewest ? null : period });
	const stayed = withStayingLinks(view, facts, slug);
	return {
		banner: `Zoals vastgesteld op ${longDate(adoptedOn)}`,
		overview: {
			...stayed,
			pageTitle: `${stayed.pageTitle}, zoals vastgesteld`,
			rounds: siblings.map((one) => ({
				label: roundCode(one.period),
				name: `${periodName(one.period)}, zoals vastgesteld op ${longDate(one.adoptedOn)}`,
				href: `/rapporten/${one.slug}/overzicht`,
				current: one.slug === slug,
			})),
			tabs: stayed.tabs.filter(({ href }) => href.startsWith('/rapporten/')),
			body: stayed.body && { ...stayed.body, levelHeading: roundCode(period) },
		},
	};
}

/** A selection stays on this page, and an item goes to its place in the report. What has no place here keeps its address. */
function withStayingLinks(view: OverviewView, { agenda }: AgendaFacts, slug: string): OverviewView {
	const [live, here] = [`/agenda/${agenda.slug}`, `/rapporten/${slug}`];
	return mapLinks(view, (href) => {
		if (href.startsWith(`${live}/punten/`)) return href.replace(`${live}/punten/`, `${here}#punt-`);
		return href === live || href.startsWith(`${live}?`)
			? withoutRound(href.replace(live, `${here}/overzicht`))
			: href;
	});
}

function withoutRound(href: string): string {
	return href.replace(/([?&])ronde=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

const LINKS = ['href', 'clearHref', 'action'];

function mapLinks<Value>(value: Value, map: (href: string) => string): Value {
	return JSON.parse(JSON.stringify(value), (key, member: unknown) =>
		LINKS.includes(key) && typeof member === 'string' ? map(member) : member,
	);
}

/** For links from elsewhere: the adoption of this round, or null when it was not adopted. */
export function adoptedLink(
	adoptions: AdoptionPage['siblings'],
	period: Period | null,
): { href: string; label: string } | null {
	const found = adoptions.find((one) => one.period === period);
	return found
		? {
				href: `/rapporten/${found.slug}/overzicht`,
				label: `Zoals vastgesteld op ${longDate(found.adoptedOn)}`,
			}
		: null;
}
