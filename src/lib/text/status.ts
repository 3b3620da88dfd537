/** What a status says besides its level, in Dutch: for pages and documents alike. */
import type { Expectation } from '#lib/domain/expectation.ts';
import { levelsFor, type ItemKind } from '#lib/domain/level.ts';
import { EXPECTATION_WORD } from './nl.ts';

interface Said {
	success?: string;
	lesson?: string;
	expectation?: { answer: Expectation; reason: string };
	escalation?: string;
}

/** Succes, les, verwachting and vraag aan het bestuur, without what was not said. */
export function saidBesides(said: Said, kind: ItemKind): { label: string; text: string }[] {
	const { success = '', lesson = '', escalation = '' } = said;
	const expected = said.expectation ? expectationSentence(said.expectation, kind) : '';
	return [
		{ label: 'Succes', text: success },
		{ label: 'Les', text: lesson },
		{ label: 'Verwachting', text: expected },
		{ label: 'Vraag aan het bestuur', text: escalation },
	].filter(({ text }) => text.trim() !== '');
}

/** "Haalt donkergroen voor het einde van de agenda: twijfel. Er is nog geen geld." */
export function expectationSentence(
	{ answer, reason }: { answer: Expectation; reason: string },
	kind: ItemKind,
): string {
	const top = levelsFor(kind).at(-1) ?? '';
	const sentence = `Haalt ${top} voor het einde van de agenda: ${EXPECTATION_WORD[answer].toLowerCase()}.`;
	return `${sentence} ${reason}`.trim();
}
