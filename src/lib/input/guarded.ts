/**
 * Marks the fields of an input whose text others than the writer read, so that the choke point looks there for what may be
 * about one person. Whoever makes a text field marks it here; the schema stays what it was.
 */
import { z } from 'zod';

interface Mark {
	/** What the field is called on its form. */
	label: string;
	/** Keys of a record that hold the name of somebody in office on purpose. */
	except: readonly string[];
}

const MARKS = z.registry<Mark>();

/** Texts, or a record of texts. */
export function guarded<Schema extends z.ZodType>(
	label: string,
	schema: Schema,
	except: readonly string[] = [],
): Schema {
	MARKS.add(schema, { label, except });
	return schema;
}

/** The guarded fields of an input, with their labels, in the order of the schema. */
export function guardedFieldsOf(schema: z.core.$ZodType): (Mark & { field: string })[] {
	if (schema instanceof z.ZodPipe) return guardedFieldsOf(schema.in);
	if (!(schema instanceof z.ZodObject)) return [];
	const shape: Record<string, z.core.$ZodType> = schema.shape;
	return Object.entries(shape).flatMap(([field, one]) => {
		const mark = MARKS.get(one);
		return mark ? [{ field, ...mark }] : [];
	});
}

/** Why a text stays although the guard found something in it; any form with a guarded field may send it. */
export const PRIVACY_REASON = z
	.object({
		privacyReason: z
			.string()
			.max(500, { error: 'Deze reden is te lang: maak er hoogstens 500 tekens van.' })
			.trim()
			.default(''),
	})
	.catchall(z.unknown());
