/** The template of a gemeente: which sections its letter has, in which order, and what is the same every time. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { SaveTemplateInput, TemplateRef } from '#lib/input/letters.ts';
import { differenceOf, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command, query } from '../use-case.ts';
import { templateOf } from './letter-facts.ts';
import { findTemplateSubject, listTemplateSubjects, writeTemplate } from './letter-templates.repo.ts';

/** Of every gemeente that this person writes letters for. */
export const listTemplates = query({
	name: 'letter-template.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		return listTemplateSubjects(db, [...new Set(regionIds)]).filter(({ scope }) =>
			may(actor, 'letter.write', scope),
		);
	},
});

export type TemplateList = ReturnType<typeof listTemplates>;

export const viewTemplate = query({
	name: 'letter-template.view',
	permission: 'letter.write',
	input: TemplateRef,
	subject: ({ db }, input) => findTemplateSubject(db, input),
	run: (_context, _input, { region, organisation, template }) => ({
		region,
		organisation,
		isSaved: template !== null,
		id: template?.id ?? null,
		version: template?.version ?? 0,
		template: templateOf(template),
	}),
});

export type TemplatePage = ReturnType<typeof viewTemplate>;

/** `version` is 0 while the gemeente has no template of its own. A field that is empty is not kept. */
export const saveTemplate = command({
	name: 'letter-template.save',
	permission: 'letter.write',
	input: SaveTemplateInput,
	subject: ({ db }, input) => findTemplateSubject(db, input),
	run({ db, now, record, nothingChanged }, input, subject): void {
		const { kind, sections, version } = input;
		const { template, organisation } = subject;
		refuseStale(template ?? { version: 0 }, version, template ? theirsOf(template) : {});
		const fields = Object.fromEntries(Object.entries(input.fields).filter(([, text]) => text !== ''));
		const before = template
			? { kind: template.kind, sections: template.sections, fields: template.fields }
			: { kind: null, sections: null, fields: null };
		const difference = differenceOf(before, { kind, sections, fields }, '');
		if (!difference) return nothingChanged();
		const id = writeTemplate(db, subject, { kind, sections, fields }, now);
		record({
			entity: 'letter-template',
			entityId: id,
			before: difference.before,
			after: { organisation: organisation.shortName, ...difference.after },
		});
	},
});

function theirsOf({ kind, sections }: ReturnType<typeof templateOf>): Record<string, string> {
	return { kind, sections: sections.map(({ heading }, index) => `${index + 1}. ${heading}`).join('\n') };
}
