/** Taking signs off a text in time that grows with its length; a pattern such as /[. ]+$/ takes the square of it. */

/** Takes these signs off both ends; `signs` holds each of them, such as '. '. */
export function trimSigns(text: string, signs: string): string {
	const left = trimSignsAtEnd(text, signs);
	let start = 0;
	while (start < left.length && signs.includes(left.charAt(start))) start += 1;
	return left.slice(start);
}

export function trimSignsAtEnd(text: string, signs: string): string {
	let end = text.length;
	while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

/** Every run of white space that holds a line end becomes one space. */
export function onOneLine(text: string): string {
	return text.replaceAll(/\s+/g, (run) => (run.includes('\n') ? ' ' : run));
}
