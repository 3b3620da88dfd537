/** What the workbench shows: per thema the items of one person in one round, each with all that its card needs. Pure. */
import { may, type Actor } from '#lib/domain/access.ts';
import { levelAnswerOf } from '#lib/domain/level.ts';
import { isOwnDraft } from '#lib/domain/own-draft.ts';
import type { StatusState } from '#lib/domain/workflow.ts';
import { LEVEL_WORD, STATUS_STATE_WORD, longDate, periodInSentence, roundTitle } from '#lib/text/nl.ts';
import { statusFormView, type StatusFormView } from '../status/status-form.view.ts';
import type { StatusPage } from '../status/view-status.ts';
import { daysLeft, deadline } from './round.view.ts';
import type { WorkbenchPage } from './view-workbench.ts';

export interface WorkCard extends StatusFormView {
	ref: string;
	number: number;
	/** The short title, in lists. */
	name: string;
	full: string;
	theme: string;
	standing: StatusState | 'new';
	/** "Ingediend", or "" before somebody began. */
	word: string;
	/** Beside the title while the card is closed: "was groen in kwartaal 2 van 2020". */
	line: string;
	/** The fields as the form sends them. */
	typed: Record<string, string>;
	/** A draft that this person wrote last and may hand in as one's own, so that "alles indienen" takes it. */
	ownDraft: boolean;
}

export interface WorkTheme {
	code: string;
	name: string;
	cards: WorkCard[];
}

export interface WorkbenchView {
	userId: number | null;
	round: string;
	title: string;
	subtitle: string;
	agendaTitle: string;
	agendaHref: string;
	/** Why nothing can be filled in here; null when something can. */
	closed: string | null;
	/** Where a beheerder who fills in nothing gives a role that does; null for everybody else. */
	rolesHref: string | null;
	themes: WorkTheme[];
}

export function workbenchView(page: WorkbenchPage, actor: Actor): WorkbenchView {
	const { round, agenda, pages } = page;
	const cards = pages.map((one) => workCard(one, actor));
	const byTheme = Map.groupBy(cards, ({ ref }) => ref.replace(/-\d+$/, ''));
	return {
		userId: actor.kind === 'person' ? actor.userId : null,
		round: round.slug,
		title: roundTitle(round.period),
		subtitle: subtitleOf(page),
		agendaTitle: agenda.title,
		agendaHref: `/agenda/${agenda.slug}`,
		closed: cards.some((card) => card.mayWrite) ? null : closedSentence(page),
		rolesHref: pages.length === 0 ? rolesHref(page, actor) : null,
		themes: [...byTheme].map(([code, own]) => ({ code, name: own[0]?.theme ?? '', cards: own })),
	};
}

function subtitleOf({ round, reopenedUntil, today }: WorkbenchPage): string {
	if (reopenedUntil === null) return deadline(round, today);
	return `Heropend voor u tot en met ${longDate(reopenedUntil)}. ${daysLeft(reopenedUntil, today)}.`;
}

/** Nobody fills in as beheerder alone: the role of coördinator or adviseur does. */
function rolesHref({ region, scope }: WorkbenchPage, actor: Actor): string | null {
	if (actor.kind !== 'person' || !may(actor, 'region.manage', scope)) return null;
	return `/beheer/mensen/${actor.userId}?regio=${region.slug}`;
}

function closedSentence({ round, pages }: WorkbenchPage): string {
	if (pages.length === 0) return 'U vult in dit peilmoment geen agendapunten in.';
	if (round.state === 'planned') return 'Dit peilmoment is nog niet open. U kunt nog niets invullen.';
	if (round.state === 'open') return 'Al uw agendapunten hebben akkoord. U hoeft niets meer in te vullen.';
	return 'Dit peilmoment is gesloten. U kunt niets meer invullen.';
}

export function workCard(page: StatusPage, actor: Actor): WorkCard {
	const { item, status, names, ref } = page;
	const form = statusFormView(page);
	const reader = actor.kind === 'person' ? actor : null;
	return {
		...form,
		ref: ref.item,
		number: item.number,
		name: item.shortTitle,
		full: item.title,
		theme: names.themeName,
		standing: status?.state ?? 'new',
		word: status ? STATUS_STATE_WORD[status.state] : '',
		line: lineOf(page),
		typed: typedOf(form),
		ownDraft:
			status?.state === 'draft' &&
			reader !== null &&
			form.forLead === null &&
			isOwnDraft(reader, { authorId: status.authorId, leadId: item.leadId }),
	};
}

function lineOf({ status, previous, goals }: StatusPage): string {
	if (status?.state === 'returned') return 'Teruggegeven: lees de notitie';
	if (status) return '';
	const last = previous && levelAnswerOf(previous);
	if (!previous || !last) return 'eerste keer';
	const was = `was ${LEVEL_WORD[last].toLowerCase()} in ${periodInSentence(previous.period)}`;
	return previous.goalVersionId === goals.id ? was : `${was}; het doel is daarna gewijzigd`;
}

function typedOf({ values, measure, measured }: StatusFormView): Record<string, string> {
	const { level, ...texts } = values;
	const fields = { ...texts, level: level ?? '' };
	return measure ? { ...fields, measured: measured.value, differsBecause: measured.differsBecause } : fields;
}
