/** Every function of the rules, the texts and the forms that gets what somebody typed, to be tried on hostile texts. */
import { usedAbbreviations } from '#lib/domain/abbreviation.ts';
import { parseDay } from '#lib/domain/day.ts';
import { parseDecimal } from '#lib/domain/decimal.ts';
import { cleanFileName, endingOf } from '#lib/domain/file-type.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import { nearestPlaceholder, PLACEHOLDER, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { narrativeLine, plainNarrative } from '#lib/domain/narrative.ts';
import { passwordProblem } from '#lib/domain/password.ts';
import { guessKind, nameKey } from '#lib/domain/organisation.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { findBirthDates } from '#lib/domain/privacy-birth-date.ts';
import { findSmallCounts } from '#lib/domain/privacy-count.ts';
import { privacyFindingsOf } from '#lib/domain/privacy-findings.ts';
import { guardText } from '#lib/domain/privacy-guard.ts';
import { findNames } from '#lib/domain/privacy-name.ts';
import { parseSchoolYear } from '#lib/domain/school-year.ts';
import { readCode } from '#lib/domain/second-factor.ts';
import { domainOf, issuerProblem, tellsAssurance } from '#lib/domain/single-sign-on.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { checkText } from '#lib/domain/smart-check.ts';
import { checkLadder } from '#lib/domain/smart-ladder.ts';
import { lastDayIn, momentsIn, withoutMoments } from '#lib/domain/smart-moments.ts';
import { firstQuantity } from '#lib/domain/smart-quantity.ts';
import { parseLink } from '#lib/domain/source.ts';
import { onOneLine, trimSigns, trimSignsAtEnd } from '#lib/domain/trim-signs.ts';
import { wordDiff } from '#lib/domain/word-diff.ts';
import { mergeTexts } from '#lib/domain/word-merge.ts';
import { readAbbreviations } from '#lib/input/abbreviations.ts';
import { readAbbreviationList } from '#lib/input/agenda-file-abbreviations.ts';
import { parseJson } from '#lib/input/agenda-file-json.ts';
import { forumName as writtenForum, shortNameOf } from '#lib/input/agenda-file-organisations.ts';
import { isSlug, partOf, shown, textIn } from '#lib/input/agenda-file-part.ts';
import { cleanInput, cleanText } from '#lib/input/clean-text.ts';
import { idsIn, readForm, textsIn } from '#lib/input/fields.ts';
import { readLetterForm, readTemplateForm } from '#lib/input/letters.ts';
import { planFields } from '#lib/input/meetings.ts';
import { judgeRows, organisationRowsOf, readOrganisationLines } from '#lib/input/organisation-lines.ts';
import * as words from '#lib/input/table-import/cell-words.ts';
import { columnOfHeading, simplified } from '#lib/input/table-import/columns.ts';
import { readDayText } from '#lib/input/table-import/day-text.ts';
import { makeFindings } from '#lib/input/table-import/findings.ts';
import { makeOrganisationFinder } from '#lib/input/table-import/organisation-names.ts';
import { fillOf } from '#lib/input/table-import/raw-table.ts';
import * as rows from '#lib/input/table-import/row-kind.ts';
import { twoLevelsSentence } from '#lib/text/meeting.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';

export interface TextFunction {
	/** Its file, below src/lib. */
	file: string;
	name: string;
	run(text: string): unknown;
	/** What its form or its field takes at most, when a longer text never gets here. */
	longest?: number;
}

/** So that `turned` differs from the text near its start and keeps most of it. */
const turned = (text: string) => `y ${text.slice(10)} z`;
const half = (text: string) => text.slice(text.length / 2);
const formOf = (text: string) => {
	const form = new FormData();
	for (const [index, part] of text.split(/[ ;\n]/).entries())
		form.append(`${part.slice(0, 9)}${index}`, part);
	form.append('text', text);
	return form;
};
const region = { officialForum: 'REA', boardForum: 'OOGO' };

export const DOMAIN_FUNCTIONS: readonly TextFunction[] = [
	{
		file: 'domain/abbreviation.ts',
		name: 'usedAbbreviations',
		run: (text) =>
			usedAbbreviations(
				[
					{ short: text.slice(0, 40), meaning: text },
					{ short: 'GGD', meaning: 'x' },
				],
				[text],
			),
	},
	{ file: 'domain/day.ts', name: 'parseDay', run: parseDay },
	{ file: 'domain/decimal.ts', name: 'parseDecimal', run: parseDecimal },
	{ file: 'domain/file-type.ts', name: 'cleanFileName', run: (text) => cleanFileName(text, 'png') },
	{ file: 'domain/file-type.ts', name: 'endingOf', run: endingOf },
	{ file: 'domain/item-ref.ts', name: 'parseItemRef', run: parseItemRef },
	{ file: 'domain/letter-placeholders.ts', name: 'placeholderName', run: placeholderName },
	{
		file: 'domain/letter-placeholders.ts',
		name: 'PLACEHOLDER',
		run: (text) => [...text.matchAll(PLACEHOLDER)],
	},
	{
		file: 'domain/letter-placeholders.ts',
		name: 'nearestPlaceholder',
		// A placeholder has at most 60 characters.
		run: (text) => nearestPlaceholder(text),
		longest: 60,
	},
	{ file: 'domain/narrative.ts', name: 'narrativeLine', run: narrativeLine },
	{
		file: 'domain/password.ts',
		name: 'passwordProblem',
		run: (text) => passwordProblem(text, { secondFactor: false, words: [text.slice(0, 200)] }),
	},
	{
		file: 'domain/password.ts',
		name: 'passwordProblem of the longest password',
		run: (text) => passwordProblem(text, { secondFactor: false, words: ['Gemeente Voorbeeld'] }),
		longest: 128,
	},
	{ file: 'domain/organisation.ts', name: 'guessKind', run: guessKind },
	{ file: 'domain/organisation.ts', name: 'nameKey', run: nameKey },
	{ file: 'domain/period.ts', name: 'parsePeriod', run: parsePeriod },
	{ file: 'domain/privacy-birth-date.ts', name: 'findBirthDates', run: (text) => findBirthDates(text, 2020) },
	{ file: 'domain/privacy-count.ts', name: 'findSmallCounts', run: findSmallCounts },
	{
		file: 'domain/privacy-findings.ts',
		name: 'privacyFindingsOf',
		run: (text) => privacyFindingsOf({ narrative: text }, 2020),
	},
	{ file: 'domain/privacy-guard.ts', name: 'guardText', run: (text) => guardText(text, 2020) },
	{ file: 'domain/privacy-name.ts', name: 'findNames', run: findNames },
	{ file: 'domain/school-year.ts', name: 'parseSchoolYear', run: parseSchoolYear },
	{ file: 'domain/second-factor.ts', name: 'readCode', run: readCode },
	{ file: 'domain/single-sign-on.ts', name: 'domainOf', run: domainOf },
	{ file: 'domain/single-sign-on.ts', name: 'issuerProblem', run: (text) => issuerProblem(text, false) },
	{
		file: 'domain/single-sign-on.ts',
		name: 'issuerProblem of a path',
		run: (text) => issuerProblem(`https://a.nl/${text}`, false),
	},
	{ file: 'domain/single-sign-on.ts', name: 'tellsAssurance', run: tellsAssurance },
	{ file: 'domain/slug.ts', name: 'slugOf', run: slugOf },
	{ file: 'domain/smart-check.ts', name: 'checkText', run: checkText },
	{
		file: 'domain/smart-ladder.ts',
		name: 'checkLadder',
		run: (text) =>
			checkLadder({ rood: text, oranje: turned(text), groen: half(text), donkergroen: text }, 'result'),
	},
	{ file: 'domain/smart-moments.ts', name: 'momentsIn', run: momentsIn },
	{ file: 'domain/smart-moments.ts', name: 'withoutMoments', run: withoutMoments },
	{ file: 'domain/smart-moments.ts', name: 'lastDayIn', run: lastDayIn },
	{ file: 'domain/smart-quantity.ts', name: 'firstQuantity', run: firstQuantity },
	{ file: 'domain/source.ts', name: 'parseLink', run: parseLink },
	{ file: 'domain/trim-signs.ts', name: 'trimSigns', run: (text) => trimSigns(text, '. ') },
	{ file: 'domain/trim-signs.ts', name: 'trimSignsAtEnd', run: (text) => trimSignsAtEnd(text, '. ') },
	{ file: 'domain/trim-signs.ts', name: 'onOneLine', run: onOneLine },
	{
		file: 'domain/word-diff.ts',
		name: 'wordDiff with a little changed',
		run: (text) => wordDiff(text, turned(text)),
	},
	{
		file: 'domain/word-diff.ts',
		name: 'wordDiff with half of it gone',
		run: (text) => wordDiff(text, half(text)),
	},
	{
		file: 'domain/word-diff.ts',
		name: 'wordDiff with all of it changed',
		run: (text) => wordDiff(`b ${text}`, text.replaceAll(/[a-z]/g, 'b')),
	},
	{
		file: 'domain/word-merge.ts',
		name: 'mergeTexts',
		run: (text) => mergeTexts(text, turned(text), half(text)),
	},
];

const part = (text: string) => {
	const list = [
		{ afkorting: text, correctie: text },
		{ afkorting: text, betekenis: text },
	];
	const made = partOf({ text, afkortingen: list }, '', () => undefined);
	if (made === null) throw new Error('A group of members is a part');
	return made;
};
const findOrganisation = makeOrganisationFinder([{ slug: 'ggd', name: 'GGD', shortName: 'GGD' }]);

export const INPUT_FUNCTIONS: readonly TextFunction[] = [
	{ file: 'input/clean-text.ts', name: 'cleanText', run: cleanText },
	{ file: 'input/clean-text.ts', name: 'cleanInput', run: (text) => cleanInput([text, { text }]) },
	{
		file: 'input/organisation-lines.ts',
		name: 'readOrganisationLines',
		run: (text) => judgeRows(readOrganisationLines(text), []),
	},
	{
		file: 'input/organisation-lines.ts',
		name: 'organisationRowsOf',
		run: (text) => organisationRowsOf({ [text]: text, 'naam-1': text }),
	},
	{ file: 'input/abbreviations.ts', name: 'readAbbreviations', run: readAbbreviations },
	{
		file: 'input/agenda-file-abbreviations.ts',
		name: 'readAbbreviationList',
		run: (text) => readAbbreviationList(part(text)),
	},
	{ file: 'input/agenda-file-json.ts', name: 'parseJson', run: parseJson },
	{
		file: 'input/agenda-file-json.ts',
		name: 'parseJson of a text',
		run: (text) => parseJson(JSON.stringify({ text })),
	},
	{
		file: 'input/agenda-file-json.ts',
		name: 'parseJson of a broken text',
		run: (text) => parseJson(`{"text": "${text}`),
	},
	{ file: 'input/agenda-file-organisations.ts', name: 'shortNameOf', run: shortNameOf },
	{ file: 'input/agenda-file-organisations.ts', name: 'forumName', run: writtenForum },
	{ file: 'input/agenda-file-part.ts', name: 'textIn', run: (text) => textIn(part(text), 'text', 300) },
	{ file: 'input/agenda-file-part.ts', name: 'isSlug', run: isSlug },
	{ file: 'input/agenda-file-part.ts', name: 'shown', run: shown },
	{ file: 'input/fields.ts', name: 'readForm', run: (text) => readForm(formOf(text)) },
	{
		file: 'input/fields.ts',
		name: 'idsIn',
		run: (text) => idsIn({ [`a-${text}`]: text, [text]: text }, 'a-'),
	},
	{ file: 'input/fields.ts', name: 'textsIn', run: (text) => textsIn({ [text]: text }, 'a') },
	{
		file: 'input/letters.ts',
		name: 'readLetterForm',
		run: (text) => readLetterForm({ [`veld-${text}`]: text }),
	},
	{
		file: 'input/letters.ts',
		name: 'readTemplateForm',
		run: (text) => readTemplateForm({ [`kop-${text}`]: text, zet: text }),
	},
	{
		file: 'input/meetings.ts',
		name: 'planFields',
		run: (text) => planFields({ [`a-${text}`]: text, startsAt: text, on: text }),
	},
	{ file: 'input/table-import/cell-words.ts', name: 'isNoAnswer', run: words.isNoAnswer },
	{
		file: 'input/table-import/cell-words.ts',
		name: 'readLevelWord',
		run: (text) => words.readLevelWord(text, 'result'),
	},
	{ file: 'input/table-import/cell-words.ts', name: 'withoutNote', run: words.withoutNote },
	{ file: 'input/table-import/cell-words.ts', name: 'readNumber', run: (text) => words.readNumber(text, 14) },
	{ file: 'input/table-import/cell-words.ts', name: 'isCross', run: words.isCross },
	{ file: 'input/table-import/cell-words.ts', name: 'isEmptyBox', run: words.isEmptyBox },
	{ file: 'input/table-import/cell-words.ts', name: 'withoutGuard', run: words.withoutGuard },
	{ file: 'input/table-import/columns.ts', name: 'simplified', run: simplified },
	{ file: 'input/table-import/columns.ts', name: 'columnOfHeading', run: columnOfHeading },
	{ file: 'input/table-import/day-text.ts', name: 'readDayText', run: readDayText },
	{
		file: 'input/table-import/findings.ts',
		name: 'makeFindings',
		run: (text) => makeFindings().note({ kind: 'error', place: '', sentence: '', raw: text, parsed: text }),
	},
	{ file: 'input/table-import/organisation-names.ts', name: 'makeOrganisationFinder', run: findOrganisation },
	{ file: 'input/table-import/raw-table.ts', name: 'fillOf', run: fillOf },
	{ file: 'input/table-import/row-kind.ts', name: 'themeNameOf', run: rows.themeNameOf },
	{
		file: 'input/table-import/row-kind.ts',
		name: 'themeNameOf of a thema',
		run: (text) => rows.themeNameOf(`Thema${text}`),
	},
	{ file: 'input/table-import/row-kind.ts', name: 'isGenericName', run: rows.isGenericName },
	{ file: 'input/table-import/row-kind.ts', name: 'isExplanation', run: rows.isExplanation },
	{
		file: 'text/meeting.ts',
		name: 'twoLevelsSentence',
		run: (text) => twoLevelsSentence({ official: text, board: text, reason: text }, region),
	},
	{
		file: 'text/read-narrative.ts',
		name: 'readNarrative',
		run: (text) => plainNarrative(readNarrative(text)),
		// The longest text of a letter.
		longest: 10_000,
	},
];
