/** The rules that every write of a status shares: the move must exist, and nobody writes over what they have not seen. */
import { may, type Actor } from '#lib/domain/access.ts';
import { gapsIn, type Gap, type StatusField } from '#lib/domain/completeness.ts';
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { standingFor } from '#lib/domain/exception.ts';
import { levelAnswerOf } from '#lib/domain/level.ts';
import { privacyFindingsOf } from '#lib/domain/privacy-findings.ts';
import { entryOf, type StatusEntry } from '#lib/domain/status-entry.ts';
import { asksForLead, statusPartOf, type StatusPart } from '#lib/domain/status-part.ts';
import { PRIVACY_REASON_SENTENCE, privacySentences } from '#lib/text/privacy.ts';
import { measured } from '#lib/text/smart.ts';
import { moveStatus, type RoundStanding, type StatusEvent, type StatusState } from '#lib/domain/workflow.ts';
import type { Unit } from '../use-case.ts';
import type { Measurement } from './measurement.repo.ts';
import { findLastChange, type StatusActor, type StatusSubject } from './status.repo.ts';

const REFUSED = {
	save: 'Deze status kan nu niet worden gewijzigd.',
	submit: 'Deze status kan nu niet worden ingediend.',
	return: 'Deze status kan nu niet worden teruggegeven.',
	agree: 'Deze status kan nu geen akkoord krijgen: hij moet eerst zijn ingediend.',
} as const satisfies Record<StatusEvent, string>;

/** How the round stands for this person and this event; whether they have the right is asked elsewhere. */
export function entryStandingOf(
	{ round, exceptions, scope }: Pick<StatusSubject, 'round' | 'exceptions' | 'scope'>,
	event: StatusEvent,
	{ actor, now }: { actor: Actor; now: Date },
): RoundStanding {
	return standingFor(round, exceptions, {
		event,
		userId: authorIdOf(actor),
		today: dayOf(now),
		mayWriteItem: ({ person }) => may(person, 'status.write', scope),
	});
}

/** The state after the event. Throws `wrong-state` when the move does not exist. */
export function stateAfter(
	subject: StatusSubject,
	event: StatusEvent,
	context: { actor: Actor; now: Date },
): StatusState {
	const standing = entryStandingOf(subject, event, context);
	const next = moveStatus(subject.status?.state ?? 'new', event, standing);
	if (next) return next;
	const why = standing === 'open' || standing === 'reopened' ? '' : ' Het peilmoment is niet open.';
	throw new DomainError(
		'wrong-state',
		`${REFUSED[event]}${why} Laad de pagina opnieuw om te zien hoe het er nu voor staat.`,
	);
}

/** Throws `conflict`, with what was written meanwhile and by whom, when `version` is not the newest. */
export function refuseStale(
	{ db, actor }: Pick<Unit, 'db' | 'actor'>,
	subject: StatusSubject,
	version: number,
): void {
	const current = subject.status;
	if ((current?.version ?? 0) === version) return;
	const changedBy = whoChanged(current ? findLastChange(db, current.id) : undefined, authorIdOf(actor));
	throw new DomainError(
		'conflict',
		`${changedBy} deze status intussen gewijzigd. Uw tekst staat er nog: vergelijk beide teksten en sla daarna op.`,
		{
			changedBy,
			theirVersion: current?.version ?? 0,
			theirs: { ...textsOf(current), ...measuredOf(subject) },
		},
	);
}

/** The start of a sentence: "Beleidsadviseur heeft". With two windows open the other is oneself. */
function whoChanged(last: StatusActor | undefined, userId: number | null): string {
	if (!last) return 'Iemand anders heeft';
	if (last.actorId !== null && last.actorId === userId) return 'U hebt zelf in een ander venster';
	return `${last.actorName} heeft`;
}

const ASK_FOR_LEAD =
	'Kruis aan dat u dit namens de trekker indient: uw organisatie is bij dit punt betrokken, maar is geen trekker.';

/** The sentence for when somebody hands in an item of another trekker without saying so; empty otherwise. */
export function unasked(subject: StatusSubject, actor: Actor, forLead: boolean): { forLead?: string } {
	return asksFirst(subject, actor) && !forLead ? { forLead: ASK_FOR_LEAD } : {};
}

/** The same, thrown by itself. */
export function refuseUnasked(subject: StatusSubject, actor: Actor, forLead: boolean): void {
	const fields = unasked(subject, actor, forLead);
	if (fields.forLead)
		throw new DomainError('invalid', fields.forLead, { fields: { forLead: fields.forLead } });
}

/** Throws for an item of another trekker: that one is never handed in together with one's own. */
export function refuseForLead(subject: StatusSubject, actor: Actor): void {
	if (!asksFirst(subject, actor)) return;
	throw new DomainError(
		'wrong-state',
		'Van dit punt is een andere organisatie de trekker. Open het en dien het daar in namens de trekker.',
	);
}

/** In whose name this person fills it in. */
export function partOf({ scope, item }: StatusSubject, actor: Actor): StatusPart {
	return scope.kind === 'region' ? statusPartOf(actor, scope.regionId, item.leadId) : 'partner';
}

function asksFirst(subject: StatusSubject, actor: Actor): boolean {
	return asksForLead(partOf(subject, actor), subject.item.leadId);
}

/** As a form shows them: the standing under `level`, and '' for what is not there. */
function textsOf(current: StatusSubject['status']): Record<string, string> {
	if (!current) return {};
	const { notApplicable: _standing, level: _level, expectation, ...texts } = entryOf(current);
	return { ...texts, level: levelAnswerOf(current) ?? '', expectation: expectation ?? '' };
}

function measuredOf({ measure, measurement }: StatusSubject): Record<string, string> {
	if (!measure || !measurement) return {};
	return { measured: measured(measurement.value, measure.unit), differsBecause: measurement.differsBecause };
}

const GAP_SENTENCE = {
	level: {
		missing: 'Kies het niveau waarvan het doel nu is bereikt.',
		'not-on-this-ladder': 'Kies rood, oranje of groen: een doorlopend agendapunt heeft geen donkergroen.',
	},
	narrative: {
		missing: 'Vul de stand van zaken in.',
		'why-not': 'Schrijf op waarom dit punt nu niet van toepassing is.',
	},
	cause: { missing: 'Vul de oorzaak in: bij rood en oranje is die verplicht.' },
	consequence: { missing: 'Vul het gevolg in: bij rood en oranje is dat verplicht.' },
	correction: { missing: 'Vul de bijsturing in: bij rood en oranje is die verplicht.' },
	expectationReason: { missing: 'Schrijf op waarom u twijfelt, of waarom het niet lukt.' },
} as const satisfies Record<StatusField, Partial<Record<Gap, string>>>;

/**
 * Throws `invalid` with a sentence per field when the status cannot be submitted yet: something is missing, or the
 * privacy guard found something and nobody said why it may stay. `extra` are fields that others found wanting.
 */
export function refuseUnfit(
	subject: StatusSubject,
	entry: StatusEntry & { differsBecause?: string },
	extra: Record<string, string> = {},
): void {
	const fields = { ...privacyRefusal(subject, entry), ...extra, ...gapSentences(subject, entry) };
	if (Object.keys(fields).length === 0) return;
	throw new DomainError('invalid', 'De status is nog niet volledig en is daarom nog niet ingediend.', {
		fields,
	});
}

function gapSentences({ item }: StatusSubject, entry: StatusEntry): Record<string, string> {
	const sentences: Partial<Record<string, Partial<Record<string, string>>>> = GAP_SENTENCE;
	return Object.fromEntries(
		Object.entries(gapsIn(entry, item.kind)).map(([field, gap]) => [
			field,
			sentences[field]?.[gap] ?? 'Vul dit veld in.',
		]),
	);
}

function privacyRefusal(
	{ agendaStartYear }: StatusSubject,
	entry: StatusEntry & { differsBecause?: string },
): { privacyReason?: string } & Record<string, string> {
	if (entry.privacyReason) return {};
	const sentences = privacySentences(privacyFindingsOf(entry, agendaStartYear));
	return Object.keys(sentences).length > 0 ? { ...sentences, privacyReason: PRIVACY_REASON_SENTENCE } : {};
}

/** Throws `invalid` at the reason alone, for texts that nobody typed now and so cannot be mended here. */
export function refuseUnguarded(subject: StatusSubject, entry: StatusEntry): void {
	const { privacyReason } = privacyRefusal(subject, entry);
	if (!privacyReason) return;
	throw new DomainError(
		'invalid',
		'De tekst van de vorige keer bevat gegevens over personen en is daarom niet bevestigd.',
		{ fields: { privacyReason } },
	);
}

/** The entry as it is handed in: the reason to let a text stand goes when there is nothing to let stand. */
export function withoutIdleReason(
	{ agendaStartYear }: StatusSubject,
	entry: StatusEntry & { differsBecause?: string },
): StatusEntry {
	const isClean = Object.keys(privacyFindingsOf(entry, agendaStartYear)).length === 0;
	return { ...entryOf(entry), ...(isClean ? { privacyReason: '' } : {}) };
}

export function authorIdOf(actor: Actor): number | null {
	return actor.kind === 'person' ? actor.userId : null;
}

/** What the audit trail keeps of a status. */
export function auditedStatus(
	status: (StatusEntry & { state: StatusState; returnNote: string }) | null,
	measurement: Measurement | null = null,
) {
	if (!status) return null;
	const kept = { ...entryOf(status), state: status.state, returnNote: status.returnNote };
	return measurement
		? { ...kept, measured: measurement.value, differsBecause: measurement.differsBecause }
		: kept;
}
