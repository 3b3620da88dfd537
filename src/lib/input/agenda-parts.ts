/** Input for the parts of an agenda: its themas and its agendapunten. */
import { z } from 'zod';
import { DECISION_LEVELS } from '#lib/domain/facts.ts';
import { ITEM_KINDS } from '#lib/domain/level.ts';
import { AgendaRef, id, reason, version } from './agenda-editing.ts';
import { optionalDay, optionalText, requiredText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const ThemeFields = z.object({
	name: guarded('Naam', requiredText(120, 'Vul de naam van het thema in.')),
	/** Part of the address; made from the name when empty. */
	code: z
		.string()
		.trim()
		.default('')
		.refine((text) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(text) && text.length <= 60, {
			error: 'Gebruik alleen kleine letters, cijfers en streepjes, zoals jonge-kind.',
		}),
	objective: guarded('Doelstelling', optionalText(4000)),
	decisionLevel: z.enum(DECISION_LEVELS, { error: 'Kies op welk niveau wordt besloten.' }),
});

export const AddThemeInput = ThemeFields.extend({ ...AgendaRef.shape, reason });
export const ThemeRef = AgendaRef.extend({ theme: slug });
export const ThemeChange = ThemeRef.extend({ version, reason });
export const EditThemeInput = ThemeFields.extend(ThemeChange.shape);

/** '' is nobody. */
const organisation = z
	.string()
	.regex(/^\d{0,15}$/, { error: 'Kies een organisatie van deze regio.' })
	.default('')
	.transform((text) => (text === '' ? null : Number(text)));

const ItemFields = z.object({
	theme: slug,
	number: wholeNumber('Vul een nummer in, zoals 3.').refine((value) => value >= 1 && value <= 9999, {
		error: 'Vul een nummer in van 1 tot en met 9999.',
	}),
	title: guarded('Titel', requiredText(300, 'Vul de titel van het agendapunt in.')),
	/** For lists; the start of the title when empty. */
	shortTitle: guarded('Korte titel', optionalText(80)),
	description: guarded('Omschrijving', optionalText(4000)),
	kind: z.enum(ITEM_KINDS, { error: 'Kies resultaat of doorlopend.' }),
	lead: organisation,
	involved: z.array(id),
	/** With a comma or a new line between them. */
	policyDomains: optionalText(500).transform((text) => [
		...new Set(
			text
				.split(/[,\n]/)
				.map((word) => word.trim())
				.filter((word) => word !== ''),
		),
	]),
	targetDate: optionalDay('Vul een bestaande datum in, of laat dit leeg.'),
	axisValues: z.array(id),
});

export const AddItemInput = ItemFields.extend({ ...AgendaRef.shape, reason });
export const ItemRef = AgendaRef.extend({ item: slug });
export const ItemChange = ItemRef.extend({ version, reason });
export const EditItemInput = ItemFields.extend(ItemChange.shape);
export type ItemFieldsInput = z.infer<typeof ItemFields>;
