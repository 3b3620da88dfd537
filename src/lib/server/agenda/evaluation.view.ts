/** The texts of an agenda that are no items, per thema and kind. Pure. */
import type { NoteKind } from '#lib/domain/note.ts';
import type { EvaluationPage } from './list-agendas.ts';

export interface EvaluationView {
	title: string;
	agendaHref: string | null;
	sections: { title: string; objective: string; groups: { title: string; texts: string[] }[] }[];
}

const KIND_TITLE = {
	vision: 'Visie',
	objective: 'Doelstellingen',
	'went-well': 'Wat ging goed',
	bottleneck: 'Knelpunten',
	conclusion: 'Conclusie',
	recommendation: 'Aanbevelingen',
	effort: 'Wat is er gedaan',
	'follow-up': 'Vervolg',
	priority: 'Prioriteiten',
} as const satisfies Record<NoteKind, string>;

export function evaluationView({
	agenda,
	hasRounds,
	themes,
	notes,
	priorities,
}: EvaluationPage): EvaluationView {
	const general = [...notes.filter((note) => note.themeCode === null), ...priorities.map(asNote)];
	const sections = [
		section('De hele agenda', '', general),
		...themes.map((theme) =>
			section(
				theme.name,
				theme.objective,
				notes.filter((note) => note.themeCode === theme.code),
			),
		),
	];
	return {
		title: agenda.title,
		agendaHref: hasRounds ? `/agenda/${agenda.slug}` : null,
		sections: sections.filter((one) => one.objective !== '' || one.groups.length > 0),
	};
}

const asNote = ({ schoolYear, text }: EvaluationPage['priorities'][number]) => ({
	kind: 'priority' as const,
	subject: schoolYear,
	text,
	themeCode: null,
	themeName: null,
	organisation: null,
});

function section(
	title: string,
	objective: string,
	notes: EvaluationPage['notes'],
): EvaluationView['sections'][number] {
	const grouped = Map.groupBy(notes, (note) =>
		[KIND_TITLE[note.kind], note.subject, note.organisation].filter(Boolean).join(', '),
	);
	return {
		title,
		objective,
		groups: [...grouped].map(([heading, lines]) => ({
			title: heading,
			texts: [...new Set(lines.map((line) => line.text))],
		})),
	};
}
