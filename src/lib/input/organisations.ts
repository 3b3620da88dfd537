/** Input for the organisations of a region: adding, naming, merging, ending, and what they are outside the region. */
import { z } from 'zod';
import { ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import { id, version } from './agenda-editing.ts';
import { day, optionalText, requiredText, slug, ticked } from './fields.ts';
import { LONGEST_NAME, LONGEST_SHORT_NAME, MOST_ORGANISATIONS } from './organisation-lines.ts';

export const RegionRef = z.object({ region: slug });

const name = requiredText(LONGEST_NAME, 'Vul de naam van de organisatie in.');
const shortName = requiredText(LONGEST_SHORT_NAME, 'Vul een korte naam in, zoals Woerden of SWV PO.');

export const AddOrganisationInput = RegionRef.extend({
	name,
	shortName,
	kind: z.enum(ORGANISATION_KINDS, { error: 'Kies het soort organisatie.' }),
	/** Whether it is the organisation of that name that this site knows already. */
	same: ticked,
});

const row = z.object({
	line: z.number().int().nonnegative(),
	name: z.string().max(2000),
	shortName: z.string().max(2000),
	kind: z.string().max(200),
	same: z.boolean(),
});

export const CheckOrganisationsInput = RegionRef.extend({
	/** The pasted list, one a line. */
	list: optionalText(60_000),
	/** Rows that were looked at and changed before; they count instead of the list. */
	rows: z.array(row).max(MOST_ORGANISATIONS).default([]),
});

export const AddOrganisationsInput = RegionRef.extend({
	rows: z
		.array(row)
		.min(1, { error: 'Vul minstens één naam in.' })
		.max(MOST_ORGANISATIONS, { error: `Voeg hoogstens ${MOST_ORGANISATIONS} organisaties tegelijk toe.` }),
});

export const OrganisationRef = RegionRef.extend({ organisation: slug });
export const OrganisationChange = OrganisationRef.extend({ version });

export const RenameOrganisationInput = OrganisationChange.extend({
	name,
	shortName,
	kind: z.string().max(160).min(1, { error: 'Kies het soort organisatie.' }),
	from: day('Vul de dag in waarop de nieuwe naam ingaat.'),
	code: optionalText(40),
});

export const MergeOrganisationsInput = OrganisationChange.extend({
	/** The one that remains. */
	into: z.union([slug, z.literal('')]).default(''),
	intoVersion: version,
});

export const ViewOrganisationInput = OrganisationRef.extend({
	/** The one that it may be merged into; '' when nobody asks. */
	into: z.union([slug, z.literal('')]).default(''),
});

export const EndOrganisationInput = OrganisationChange.extend({
	on: day('Vul de dag in vanaf wanneer de organisatie niet meer meedoet.'),
});

export const EditBodyInput = z.object({
	body: z.union([
		id,
		z
			.string()
			.regex(/^\d{1,15}$/)
			.transform(Number),
	]),
	version,
	name,
	kind: z.string().max(160).min(1, { error: 'Kies het soort organisatie.' }),
	code: optionalText(40),
});
