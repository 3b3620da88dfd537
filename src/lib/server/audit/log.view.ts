/** A row of the audit trail as a sentence that anybody can read, with what was there before and after. Pure. */
import { AUDIT_KINDS, auditKindOf, type AuditKind } from '#lib/domain/audit-kind.ts';
import type { LogLine, LogView } from '#lib/components/log-page.ts';
import type { LogFilter } from '#lib/input/audit-log.ts';
import { DEED_WORDS } from '#lib/text/audit-deeds.ts';
import { THING_WORDS } from '#lib/text/audit-fields.ts';
import { SIGHT_WORDS } from '#lib/text/audit-sights.ts';
import { clock, longDate, moment } from '#lib/text/nl.ts';
import { dayOf } from '#lib/domain/day.ts';
import { valuesOf } from './log-values.view.ts';
import type { LogRow } from './log.repo.ts';
import type { LogPage } from './view-log.ts';

export const KIND_WORD = {
	'sign-in': 'Inloggen',
	access: 'Geen toegang',
	download: 'Document gedownload',
	status: 'Statussen',
	goal: 'Doelen en metingen',
	agenda: 'Agenda, punten en acties',
	round: 'Peilmomenten',
	meeting: 'Vergaderingen en besluiten',
	adoption: 'Vaststellingen',
	people: 'Mensen en regio’s',
	letter: 'Brieven',
	mail: 'Post en vaste taken',
} as const satisfies Record<AuditKind, string>;

export function logView(page: LogPage, base: string): LogView {
	const { filter, rows, names, next, region, regions } = page;
	const linkTo = (changes: Partial<Record<keyof LogFilter, string | number | null>>, path = base) =>
		addressOf(path, { regio: region?.slug ?? null, ...filter, ...changes });
	const lines = rows.map((row) => ({ row, line: lineOf(row, names, linkTo) }));
	const days = Map.groupBy(lines, ({ row }) => dayOf(new Date(row.at)));
	const { van, tot, wie, soort, over } = filter;
	return {
		title: region ? `Logboek van ${region.name}` : 'Logboek van het platform',
		region: region?.slug ?? '',
		regions: regions.map(({ slug, name }) => ({ value: slug, label: name })),
		filter: { van: van ?? '', tot: tot ?? '', wie, soort: soort ?? '', over: over ?? '' },
		kinds: [
			{ value: '', label: 'Alles' },
			...AUDIT_KINDS.map((kind) => ({ value: kind, label: KIND_WORD[kind] })),
		],
		about: over && thingOf(over, names),
		days: [...days].map(([day, of]) => ({ day: longDate(day), lines: of.map(({ line }) => line) })),
		older: next === null ? null : linkTo({ voor: next }),
		newest: filter.voor === null ? null : linkTo({ voor: null }),
		isFiltered: Boolean(van || tot || wie || soort || over),
		files: {
			csv: linkTo({ voor: null }, `${base}/logboek.csv`),
			jsonl: linkTo({ voor: null }, `${base}/logboek.jsonl`),
		},
	};
}

type LinkTo = (changes: Partial<Record<keyof LogFilter, string | number | null>>) => string;

function lineOf(row: LogRow, names: ReadonlyMap<string, string>, linkTo: LinkTo): LogLine {
	const at = new Date(row.at);
	const kind = auditKindOf(row.action);
	const isPlain = /^[\w.-]+$/.test(row.entityId);
	return {
		id: row.id,
		time: clock(at),
		when: moment(at),
		hash: row.hash,
		requestId: row.requestId,
		sentence: sentenceOf(row, names.get(`${row.entity}:${row.entityId}`) ?? null),
		isRefusal: isRefusal(row),
		kind: kind === null ? '' : KIND_WORD[kind],
		values: valuesOf(row),
		same: isPlain ? linkTo({ over: `${row.entity}:${row.entityId}`, voor: null }) : null,
	};
}

type Told = Pick<LogRow, 'action' | 'actorName' | 'entity' | 'entityId'>;

function isRefusal({ action, entity }: Told): boolean {
	return action === 'access.note-refusal' || entity === 'sign-in';
}

/** `name` is what the thing is called now; null when it has no name. */
export function sentenceOf(row: Told, name: string | null): string {
	const { action, actorName, entity, entityId } = row;
	if (action === 'access.note-refusal')
		return `${whoOf(actorName)} kreeg geen toegang: ${triedIn(entityId)}.`;
	if (action === 'access.note-download')
		return `${whoOf(actorName)} heeft een document gedownload: ${entityId}.`;
	if (entity === 'sign-in') return 'Iemand probeerde in te loggen, en dat mislukte.';
	const isOwn = actorName === NOBODY && ['user', 'account'].includes(entity) && name !== null;
	const about = isOwn || name === null ? '' : `: ${name}`;
	return `${isOwn ? name : whoOf(actorName)} heeft ${doneIn(action)}${about}.`;
}

/** As the trail writes somebody who was not signed in. */
const NOBODY = 'niet ingelogd';
const whoOf = (actorName: string) => (actorName === NOBODY ? 'Iemand die niet was ingelogd' : actorName);

export function doneIn(action: string): string {
	return DEED_WORDS[action]?.[0] ?? `iets gedaan dat ${action} heet`;
}

function triedIn(useCase: string): string {
	return DEED_WORDS[useCase]?.[1] ?? SIGHT_WORDS[useCase] ?? `de pagina ${useCase}`;
}

function thingOf(over: string, names: ReadonlyMap<string, string>): string {
	const [entity = ''] = over.split(':');
	const name = names.get(over);
	const what = THING_WORDS[entity] ?? entity;
	return name ? `${what}: ${name}` : what;
}

function addressOf(path: string, members: Record<string, string | number | null>): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(members))
		if (value !== null && value !== '') search.set(name, String(value));
	const text = search.toString();
	return text === '' ? path : `${path}?${text}`;
}
