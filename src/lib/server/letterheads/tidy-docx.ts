/** What every letter on a letterhead in Word gets or loses besides its text: a title, Dutch, and no tie to a template elsewhere. */
import { xmlText } from '../documents/xml-text.ts';
import {
	allBelow,
	appendTo,
	applyEdits,
	childOf,
	elementsOf,
	withAttribute,
	type XmlElement,
} from '../documents/xml-tree.ts';
import type { OfficePackage } from './office-package.ts';

const SETTINGS = 'word/settings.xml';
const SETTINGS_RELATIONS = 'word/_rels/settings.xml.rels';
const CORE = 'docProps/core.xml';

export function tidyDocx(box: OfficePackage, title: string): void {
	dropTemplate(box);
	speakDutch(box);
	if (title.trim() !== '') nameIt(box, title);
}

const gone = ({ start, end }: XmlElement) => ({ start, end, text: '' });
export const isTemplateTie = ({ attributes }: XmlElement) =>
	(attributes['Type'] ?? '').endsWith('/attachedTemplate');

function dropTemplate(box: OfficePackage): void {
	const settings = box.part(SETTINGS);
	const ties = settings ? allBelow(settings.root, 'w:attachedTemplate') : [];
	if (settings && ties.length > 0) box.set(SETTINGS, applyEdits(settings.xml, ties.map(gone)));
	const relations = box.part(SETTINGS_RELATIONS);
	const links = relations ? elementsOf(relations.root).filter(isTemplateTie) : [];
	if (relations && links.length > 0) box.set(SETTINGS_RELATIONS, applyEdits(relations.xml, links.map(gone)));
}

/** The language of everything that says no other, for whoever has the letter read aloud or checks its spelling. */
function speakDutch(box: OfficePackage): void {
	const styles = box.part('word/styles.xml');
	const defaults = styles && childOf(styles.root, 'w:docDefaults');
	const look = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr');
	if (!styles || !look) return;
	const language = childOf(look, 'w:lang');
	if (language?.attributes['w:val']?.startsWith('nl')) return;
	const edit = language
		? withAttribute(styles, language, 'w:val', 'nl-NL')
		: appendTo(styles, look, '<w:lang w:val="nl-NL"/>');
	box.set('word/styles.xml', applyEdits(styles.xml, [edit]));
}

function nameIt(box: OfficePackage, title: string): void {
	const core = box.part(CORE);
	if (!core) return;
	const old = childOf(core.root, 'dc:title');
	const text = `<dc:title>${xmlText(title)}</dc:title>`;
	if (old) box.set(CORE, applyEdits(core.xml, [{ start: old.start, end: old.end, text }]));
	else if (core.root.attributes['xmlns:dc'] !== undefined)
		box.set(CORE, applyEdits(core.xml, [appendTo(core, core.root, text)]));
}
