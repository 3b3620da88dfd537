/** A real mail server in the process of the test, which answers as the test says. */
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '#lib/server/mail/mail-settings.ts';

export interface ReceivedMail {
	to: string[];
	/** As it came over the line, with its soft line ends and encoded characters undone. */
	content: string;
	header(name: string): string;
}

export interface TestMailServer {
	settings: MailSettings;
	received: ReceivedMail[];
	/** The answer to the next recipients, in order: a code to refuse with, or `hang up` once the mail is there. */
	answers: (number | 'hang up' | 'accept')[];
	stop(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
	const received: ReceivedMail[] = [];
	const answers: TestMailServer['answers'] = [];
	let hangsUp = false;
	const server = new SMTPServer({
		authOptional: true,
		disableReverseLookup: true,
		logger: false,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo(_address, _session, answer) {
			const said = answers.shift() ?? 'accept';
			hangsUp = said === 'hang up';
			if (typeof said === 'number') answer(Object.assign(new Error('Niet nu'), { responseCode: said }));
			else answer();
		},
		onData(stream, session, answer) {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				received.push(mailOf(to, Buffer.concat(pieces).toString()));
				if (hangsUp) for (const connection of server.connections) connection.close();
				else answer();
			});
		},
	});
	server.on('error', () => undefined);
	greetAtOnce(server);
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	return {
		received,
		answers,
		settings: settingsFor(portOf(server)),
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

/** The server waits 0.1 second before it greets, to catch who talks too soon; in a test that only costs time. */
function greetAtOnce(server: SMTPServer): void {
	const connect = server.connect.bind(server);
	server.connect = (...args) => {
		connect(...args);
		const connection = [...server.connections].at(-1);
		const greet = connection?.connectionReady.bind(connection);
		if (!connection || !greet) return;
		connection.connectionReady = () => undefined;
		setImmediate(greet);
	};
}

export function settingsFor(port: number): MailSettings {
	return {
		host: '127.0.0.1',
		port,
		secure: false,
		requireTls: false,
		user: null,
		password: null,
		from: { name: 'Agenda Vecht', address: 'agenda@vecht.example' },
	};
}

function portOf({ server }: SMTPServer): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
	return address.port;
}

function mailOf(to: string[], raw: string): ReceivedMail {
	const [head = ''] = raw.split('\r\n\r\n');
	const headers = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
	return {
		to,
		content: decoded(raw),
		header: (name) =>
			headers
				.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
				.map((line) => line.slice(name.length + 2))
				.join('\n'),
	};
}

/** Undoes quoted-printable. */
function decoded(raw: string): string {
	const bytes = raw
		.replaceAll('=\r\n', '')
		.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
