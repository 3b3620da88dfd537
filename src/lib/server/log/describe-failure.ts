/** An unexpected failure as the log may hold it: where and what, without what people typed or any secret. Pure. */

export interface DescribedFailure {
	error: string;
	code?: string;
	message: string;
	/** Lines of the stack, without the message. */
	stack: string;
}

const LONGEST_MESSAGE = 300;
const MOST_FRAMES = 12;

export function describeFailure(failure: unknown): DescribedFailure {
	if (!(failure instanceof Error))
		return { error: typeof failure, message: clean(String(failure)), stack: '' };
	const code =
		'code' in failure && /^[A-Z0-9_]{2,40}$/.test(String(failure.code)) ? String(failure.code) : null;
	return {
		error: failure.name,
		...(code !== null && { code }),
		message: clean(failure.message),
		stack: framesOf(failure.stack ?? ''),
	};
}

function framesOf(stack: string): string {
	const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
	return frames.slice(0, MOST_FRAMES).join('\n');
}

/** Parameters of a query, quoted pieces of input, addresses and anything that looks like a token become dots. */
function clean(message: string): string {
	const params = message.search(/params:/i);
	const shown = params < 0 ? message : `${message.slice(0, params).trimEnd()} params: …`;
	return shown
		.replace(/(["'`“])(?:(?!\1)[\s\S]){12,}\1/g, '$1…$1')
		.replace(/(?<![^\s@<>"'])[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g, '…@…')
		.replace(/[A-Za-z0-9_+/=-]{32,}/g, '…')
		.slice(0, LONGEST_MESSAGE);
}
