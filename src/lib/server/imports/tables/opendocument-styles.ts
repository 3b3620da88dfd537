/** What the styles of an OpenDocument file say about cells and text: colour, bold, raised, hidden. */
import { fillOf } from '#lib/input/table-import/raw-table.ts';

export interface OpenStyle {
	/** Null: the style says that there is no colour. Undefined: it does not say. */
	fill?: string | null;
	bold?: boolean;
	isRaised?: boolean;
	isHidden?: boolean;
}

export interface OpenStyles {
	/** To be called for every element, in the order of the file. */
	see(name: string, attributes: Readonly<Record<string, string>>): void;
	/** The style with what it takes from its parents; empty for a style that is not there. */
	find(family: string, name: string | undefined): OpenStyle;
}

type Named = OpenStyle & { parent?: string };
const MOST_PARENTS = 10;

export function makeOpenStyles(): OpenStyles {
	const styles = new Map<string, Named>();
	let current: Named | null = null;
	return {
		see(name, attributes) {
			if (name === 'style:style') {
				current = {};
				if (attributes['style:parent-style-name']) current.parent = attributes['style:parent-style-name'];
				styles.set(`${attributes['style:family']} ${attributes['style:name']}`, current);
			}
			if (current && name.endsWith('-properties')) Object.assign(current, propertiesOf(name, attributes));
		},
		find(family, name) {
			let found: OpenStyle = {};
			let next = name;
			for (let count = 0; next !== undefined && count < MOST_PARENTS; count += 1) {
				const { parent, ...style }: Named = styles.get(`${family} ${next}`) ?? {};
				found = { ...style, ...found };
				next = parent;
			}
			return found;
		},
	};
}

function propertiesOf(name: string, attributes: Readonly<Record<string, string>>): OpenStyle {
	const style: OpenStyle = {};
	const colour = attributes['fo:background-color'];
	const isCell = name === 'style:table-cell-properties' || name === 'style:paragraph-properties';
	if (colour !== undefined && isCell) style.fill = fillOf(colour);
	const weight = attributes['fo:font-weight'];
	if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
	const position = attributes['style:text-position'];
	if (position !== undefined) style.isRaised = /^(super|[1-9])/.test(position);
	if (attributes['table:display'] !== undefined) style.isHidden = attributes['table:display'] === 'false';
	return style;
}
