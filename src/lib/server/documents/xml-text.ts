/** Text as it can stand in an XML file. */

/** Signs with a meaning in XML are written out; signs that XML cannot hold are left out. */
export function xmlText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
