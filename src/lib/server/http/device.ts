/** The browser and the system behind a request in words that people know, such as "Firefox op Windows". Pure. */

/** In this order: most browsers also name the one that they descend from. */
const BROWSERS: readonly [pattern: RegExp, name: string][] = [
	[/\bEdg(e|A|iOS)?\//, 'Edge'],
	[/\bOPR\/|\bOpera\b/, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bVivaldi\//, 'Vivaldi'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Headless)?(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bVersion\/[\d.]{1,20} (?:Mobile\/\w{1,20} )?Safari\//, 'Safari'],
];
const SYSTEMS: readonly [pattern: RegExp, name: string][] = [
	[/\bAndroid\b/, 'Android'],
	[/\biPhone\b/, 'een iPhone'],
	[/\biPad\b/, 'een iPad'],
	[/\bWindows\b/, 'Windows'],
	[/\bMacintosh\b|\bMac OS X\b/, 'een Mac'],
	[/\bCrOS\b/, 'een Chromebook'],
	[/\bLinux\b|\bX11\b/, 'Linux'],
];
const UNKNOWN = 'Onbekend apparaat';

const nameIn = (list: typeof BROWSERS, header: string) => list.find(([pattern]) => pattern.test(header))?.[1];

/** `header` is User-Agent; nothing of it is kept but the words of the lists above. */
export function deviceOf(header: string | null): string {
	const browser = nameIn(BROWSERS, header ?? '');
	const system = nameIn(SYSTEMS, header ?? '');
	if (!browser && !system) return UNKNOWN;
	return [browser ?? 'Onbekende browser', system].filter(Boolean).join(' op ');
}
