/** Input for filling in, returning and agreeing a status. */
import { z } from 'zod';
import { isExpectation } from '#lib/domain/expectation.ts';
import { isLevel, isLevelAnswer } from '#lib/domain/level.ts';
import {
	optionalDecimal,
	optionalText,
	optionalWord,
	requiredText,
	slug,
	ticked,
	wholeNumber,
} from './fields.ts';

const STALE = 'Deze pagina is verouderd. Laad de pagina opnieuw.';

export const StatusRef = z.object({ round: slug, item: slug });

/** 0 for a status that nobody has saved yet. */
const version = wholeNumber(STALE);

const STANDING = 'Kies rood, oranje, groen, donkergroen of n.v.t.';

/** As a form or a page sends it: the radio of n.v.t. stands among those of the levels. */
const TypedStatus = StatusRef.extend({
	version,
	level: optionalWord(isLevelAnswer, STANDING),
	notApplicable: ticked,
	narrative: optionalText(4000),
	cause: optionalText(2000),
	consequence: optionalText(2000),
	correction: optionalText(2000),
	success: optionalText(2000),
	lesson: optionalText(2000),
	expectation: optionalWord(isExpectation, 'Kies ja, twijfel of nee.'),
	expectationReason: optionalText(1000),
	escalation: optionalText(1000),
	privacyReason: optionalText(500),
	/** Only for an item with a measure. */
	measured: optionalDecimal('Vul een getal in met een komma, zoals 7,5.'),
	differsBecause: optionalText(1000),
	/** Said by whoever only takes part: this is handed in on behalf of the trekker. */
	forLead: ticked,
});

/** A level together with n.v.t. is refused: a person means one of the two. */
export const SaveStatusInput = TypedStatus.refine(
	({ level, notApplicable }) => !notApplicable || !isLevel(level),
	{ error: 'Kies een niveau of n.v.t., niet allebei.', path: ['level'] },
).transform(({ level, notApplicable, ...rest }) => ({
	...rest,
	level: isLevel(level) ? level : null,
	notApplicable: notApplicable || level === 'not-applicable',
}));
export type SaveStatusInput = z.infer<typeof SaveStatusInput>;

export const ConfirmUnchangedInput = StatusRef.extend({
	version,
	/** Only when the privacy guard finds something in the text of last time and no reason was given then. */
	privacyReason: optionalText(500),
	forLead: ticked,
});
export const AgreeStatusInput = StatusRef.extend({ version });
export const ReturnStatusInput = StatusRef.extend({
	version,
	note: requiredText(1000, 'Schrijf in een notitie wat er anders moet.'),
});

/** What was on the screen, as `thuiszitters-1:2 thuiszitters-2:1`: a newer version is left alone. */
const seen = z
	.string({ error: STALE })
	.max(20_000, { error: STALE })
	.transform((text, context) => {
		const parts = text.split(' ').map((part) => /^([a-z0-9-]{1,120}):(\d{1,15})$/.exec(part));
		const read = parts.flatMap((match) =>
			match ? [{ item: match[1] ?? '', version: Number(match[2]) }] : [],
		);
		if (read.length === parts.length) return read;
		context.addIssue({ code: 'custom', message: STALE });
		return z.NEVER;
	});

export const AgreeManyInput = z.object({ round: slug, seen });
export const ReturnManyInput = AgreeManyInput.extend({
	note: requiredText(1000, 'Schrijf in een notitie wat er anders moet.'),
});
