/** Reads an iCalendar file by its grammar (RFC 5545): unfolds lines and splits them into properties. Strict: anything odd throws. */

type Properties = Record<string, string>;

/** Names keep their parameters, `DTSTART;VALUE=DATE`, so that a test sees what kind of value it is. */
export function readIcs(text: string): { calendar: Properties; events: Properties[] } {
	if (/[^\r]\n/.test(text)) throw new Error('A line does not end with CRLF');
	for (const line of text.split('\r\n')) {
		if (new TextEncoder().encode(line).length > 75)
			throw new Error(`A line is longer than 75 bytes: ${line}`);
	}
	const lines = text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
	if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('No VCALENDAR');
	const calendar: Properties = {};
	const events: Properties[] = [];
	let current: Properties | null = null;
	for (const line of lines.slice(1, -1)) {
		if (line === 'BEGIN:VEVENT') events.push((current = {}));
		else if (line === 'END:VEVENT') current = null;
		else put(current ?? calendar, line);
	}
	for (const event of events) {
		if (!event['UID'] || !event['DTSTAMP']) throw new Error('An event has no UID or DTSTAMP');
	}
	return { calendar, events };
}

function put(properties: Properties, line: string): void {
	const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
	if (name === '') throw new Error(`No property: ${line}`);
	if (name in properties) throw new Error(`Twice in one component: ${name}`);
	properties[name] = value;
}
