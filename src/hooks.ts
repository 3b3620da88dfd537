import type { Transport } from '@sveltejs/kit';
import { isRenderedOnly } from '#lib/components/rendered-data.ts';

/** Leaves out the second copy of data that is only shown; see rendered-data.ts. */
export const transport: Transport = {
	RenderedOnly: {
		encode: isRenderedOnly,
		decode() {
			throw new Error('A script asked for data that its page said is only shown');
		},
	},
};
