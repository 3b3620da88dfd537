/** A QR code as one path of an SVG, so that a page needs no inline style and no picture from elsewhere. */
import { encode } from 'uqr';

export interface QrCode {
	/** Width and height in modules, the white border included. */
	size: number;
	/** The `d` of a path that fills the dark modules. */
	path: string;
}

/** The border that readers ask for. */
const BORDER = 4;

export function qrCodeOf(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: BORDER });
	const modules = data.flatMap((row, y) =>
		row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
	);
	return { size, path: modules.join('') };
}
