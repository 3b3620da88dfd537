/** What agendas are called where more than one stands: equal titles are told apart by their years and how each stands. */
import type { AgendaState } from '#lib/domain/workflow.ts';

interface Named {
	slug: string;
	title: string;
	startYear: number;
	endYear: number;
	state: AgendaState;
}

const STANDING = { concept: 'concept', adopted: 'loopt', closed: 'afgesloten' } as const satisfies Record<
	AgendaState,
	string
>;

/** "2027–2030, concept". */
export function agendaStanding({ startYear, endYear, state }: Omit<Named, 'slug' | 'title'>): string {
	const years = startYear === endYear ? String(startYear) : `${startYear}–${endYear}`;
	return `${years}, ${STANDING[state]}`;
}

/** The name of each by its slug. Years and state are added only to titles that stand there twice; a number when those are equal too. */
export function agendaNames(agendas: readonly Named[]): ReadonlyMap<string, string> {
	const different = [...new Map(agendas.map((one) => [one.slug, one])).values()];
	const names = different.map((one) => {
		const isTwice = different.some((other) => other.slug !== one.slug && other.title === one.title);
		return { slug: one.slug, name: isTwice ? `${one.title} (${agendaStanding(one)})` : one.title };
	});
	return new Map(
		names.map(({ slug, name }, index) => {
			const before = names.slice(0, index).filter((one) => one.name === name).length;
			return [slug, before === 0 ? name : `${name}, nr. ${before + 1}`];
		}),
	);
}
