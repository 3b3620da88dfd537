/** What every letter on a letterhead in OpenDocument gets or loses besides its text: a title, Dutch, and no tie to a template elsewhere. */
import { xmlText } from '../documents/xml-text.ts';
import { allBelow, appendTo, applyEdits, childOf, elementsOf, withAttribute } from '../documents/xml-tree.ts';
import type { OfficePackage } from './office-package.ts';

export function tidyOdt(box: OfficePackage, title: string): void {
	speakDutch(box);
	tidyMeta(box, title);
}

function speakDutch(box: OfficePackage): void {
	const styles = box.part('styles.xml');
	const named = styles && childOf(styles.root, 'office:styles');
	if (!styles || !named) return;
	const defaults = elementsOf(named).filter(
		({ name, attributes }) => name === 'style:default-style' && attributes['style:family'] === 'paragraph',
	);
	const edits = defaults.flatMap((style) => {
		const look = childOf(style, 'style:text-properties');
		if (!look) return [appendTo(styles, style, '<style:text-properties fo:language="nl" fo:country="NL"/>')];
		if (look.attributes['fo:language'] === 'nl') return [];
		const { start, end, text } = withAttribute(styles, look, 'fo:language', 'nl');
		const country = / fo:country="[^"]*"/;
		const both = country.test(text) ? text.replace(country, ' fo:country="NL"') : text;
		return [{ start, end, text: both }];
	});
	if (edits.length > 0) box.set('styles.xml', applyEdits(styles.xml, edits));
}

function tidyMeta(box: OfficePackage, title: string): void {
	const part = box.part('meta.xml');
	const meta = part && childOf(part.root, 'office:meta');
	if (!part || !meta) return;
	const edits = allBelow(meta, 'meta:template').map(({ start, end }) => ({ start, end, text: '' }));
	if (title.trim() !== '') {
		const old = childOf(meta, 'dc:title');
		const text = `<dc:title>${xmlText(title)}</dc:title>`;
		if (old) edits.push({ start: old.start, end: old.end, text });
		else if (part.root.attributes['xmlns:dc'] !== undefined) edits.push(appendTo(part, meta, text));
	}
	if (edits.length > 0) box.set('meta.xml', applyEdits(part.xml, edits));
}
