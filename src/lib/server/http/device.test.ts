import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

test.each([
	[`${WINDOWS}; rv:145.0) Gecko/20100101 Firefox/145.0`, 'Firefox op Windows'],
	[`${WINDOWS}) ${CHROME} Edg/142.0.0.0`, 'Edge op Windows'],
	[`${WINDOWS}) ${CHROME}`, 'Chrome op Windows'],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
		'Safari op een Mac',
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
		'Chrome op een iPhone',
	],
	[
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
		'Samsung Internet op Android',
	],
	['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox op Linux'],
	['curl/8.5.0', 'Onbekend apparaat'],
	['<script>Windows', 'Onbekende browser op Windows'],
	[null, 'Onbekend apparaat'],
])('of the header %s we say %s', (header, words) => {
	expect(deviceOf(header)).toBe(words);
});
