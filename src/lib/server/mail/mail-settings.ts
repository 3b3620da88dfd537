/** The settings of the mail server, as they stand in the environment. Pure: config.ts hands them over. */
import { z } from 'zod';

export interface MailSettings {
	host: string;
	port: number;
	/** TLS from the first byte (port 465). */
	secure: boolean;
	/** Nothing is sent over a connection that cannot be encrypted; only a mail server on the same machine may do without. */
	requireTls: boolean;
	user: string | null;
	password: string | null;
	from: { name: string; address: string };
}

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '::1', '[::1]'];
const EXAMPLE = 'bijvoorbeeld SMTP_HOST=mail.example.nl';
const text = z
	.string()
	.trim()
	.optional()
	.transform((value) => value || null);

/** Null when no mail server is set: then mail is kept for the beheerder. */
export const MailEnvironment = z
	.object({
		SMTP_URL: text,
		SMTP_HOST: text,
		SMTP_PORT: text,
		SMTP_USER: text,
		SMTP_PASSWORD: text,
		MAIL_FROM: text,
	})
	.transform((values, context): MailSettings | null => {
		const refuse = (message: string) => {
			context.addIssue({ code: 'custom', message });
			return z.NEVER;
		};
		const { SMTP_URL, SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, MAIL_FROM } = values;
		if (!SMTP_URL && !SMTP_HOST) {
			if (SMTP_PORT ?? SMTP_USER ?? SMTP_PASSWORD)
				return refuse(`SMTP_HOST ontbreekt: zet daarin het adres van de mailserver, ${EXAMPLE}.`);
			return null;
		}
		if (SMTP_URL && SMTP_HOST) return refuse('Zet SMTP_URL of SMTP_HOST, niet allebei.');
		const server = SMTP_URL ? fromUrl(SMTP_URL) : fromParts(SMTP_HOST ?? '', SMTP_PORT ?? '587');
		if (server === 'wrong-url')
			return refuse(
				'SMTP_URL moet een adres als smtp://naam:wachtwoord@mail.example.nl:587 zijn (of smtps://).',
			);
		if (server === 'wrong-port')
			return refuse('SMTP_PORT moet een getal van 1 tot en met 65535 zijn, bijvoorbeeld SMTP_PORT=587.');
		const from = parseSender(MAIL_FROM ?? '');
		if (!from)
			return refuse(
				'MAIL_FROM ontbreekt of is geen mailadres: zet daarin de afzender, bijvoorbeeld MAIL_FROM="Samenwerkingsagenda <agenda@example.nl>".',
			);
		return {
			...server,
			requireTls: !LOCAL_HOSTS.includes(server.host),
			user: server.user ?? SMTP_USER,
			password: server.password ?? SMTP_PASSWORD,
			from,
		};
	});

type Server = Pick<MailSettings, 'host' | 'port' | 'secure' | 'user' | 'password'>;

function fromParts(host: string, port: string): Server | 'wrong-port' {
	const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
	if (number < 1 || number > 65_535) return 'wrong-port';
	return { host, port: number, secure: number === 465, user: null, password: null };
}

function fromUrl(address: string): Server | 'wrong-url' {
	if (!URL.canParse(address)) return 'wrong-url';
	const { protocol, hostname, port, username, password } = new URL(address);
	if ((protocol !== 'smtp:' && protocol !== 'smtps:') || hostname === '') return 'wrong-url';
	const secure = protocol === 'smtps:' || port === '465';
	return {
		host: hostname,
		port: port === '' ? (secure ? 465 : 587) : Number(port),
		secure,
		user: username === '' ? null : decodeURIComponent(username),
		password: password === '' ? null : decodeURIComponent(password),
	};
}

/** "Naam <adres>" or an address alone; null for anything else. */
function parseSender(sender: string): MailSettings['from'] | null {
	const [, name = '', bracketed] = /^([^<>\r\n]*)<([^<>]*)>$/.exec(sender) ?? [];
	const address = (bracketed ?? sender).trim();
	if (!isMailAddress(address)) return null;
	return { name: name.trim().replaceAll('"', '') || 'Samenwerkingsagenda', address };
}

/** One plain address: no name, no list, no line end. */
export function isMailAddress(address: string): boolean {
	return z.email().max(254).safeParse(address).success;
}
