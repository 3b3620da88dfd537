/** The only reader of the environment: parsed once, and a wrong value stops the start with one sentence. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MailEnvironment, type MailSettings } from './mail/mail-settings.ts';
import { LARGEST_BODY } from './http/body-size.ts';
import { LOG_LEVELS, type LogSettings } from './log/log.ts';
import { parseSecretKey } from './auth/secret-box.ts';

export interface Config {
	port: number;
	/** The address of this machine that it listens on. */
	host: string;
	/** How many web servers stand in front and add the visitor's address to `x-forwarded-for`. */
	proxies: number;
	/** How long a request may stand still before it is whole. */
	requestSeconds: number;
	/** Scheme, host and port as people type it, without a path. */
	origin: string;
	databasePath: string;
	/** Where uploaded files stand, beside the database; the demo has a folder of its own. */
	filesFolder: string;
	/** Where the nightly reserve copies go. */
	backupFolder: string;
	/** Encrypts secrets in the database; null when it stands in `secretKeyFile`. */
	secretKey: Buffer | null;
	/** Where the key is kept, and made at the first start, when no setting holds it. */
	secretKeyFile: string;
	/** Shows the demo accounts; only works on a database that the demo made. */
	demo: boolean;
	/** Null without a mail server, and always in the demo: then no mail leaves. */
	mail: MailSettings | null;
	log: LogSettings;
	/** What a monitor must know to read `/metrics`; null when nobody may. */
	metricsToken: string | null;
}

/** Its message is a whole sentence for whoever starts the program. */
export class ConfigError extends Error {}

const Environment = z.object({
	PORT: z
		.string()
		.default('3000')
		.refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
			error: 'PORT moet een getal van 1 tot en met 65535 zijn, bijvoorbeeld PORT=3000.',
		}),
	HOST: z
		.string()
		.trim()
		.min(1, { error: 'HOST is leeg: zet er bijvoorbeeld 127.0.0.1 in, of laat de instelling weg.' })
		.default('0.0.0.0'),
	PROXIES: z.coerce
		.number({ error: 'PROXIES moet een getal van 0 tot en met 5 zijn: hoeveel webservers er voor staan.' })
		.int({ error: 'PROXIES moet een heel getal zijn: hoeveel webservers er voor staan.' })
		.min(0, { error: 'PROXIES kan niet onder 0 zijn.' })
		.max(5, { error: 'PROXIES kan niet boven 5 zijn.' })
		.default(0),
	REQUEST_SECONDS: z.coerce
		.number({ error: 'REQUEST_SECONDS moet een getal van 1 tot en met 600 zijn.' })
		.int({ error: 'REQUEST_SECONDS moet een heel getal zijn.' })
		.min(1, { error: 'REQUEST_SECONDS kan niet onder 1 zijn.' })
		.max(600, { error: 'REQUEST_SECONDS kan niet boven 600 zijn.' })
		.default(30),
	ORIGIN: z
		.string({
			error:
				'ORIGIN ontbreekt: zet daarin het adres van de site, bijvoorbeeld ORIGIN=https://agenda.example.nl.',
		})
		.refine(isOrigin, {
			error: 'ORIGIN moet een adres zonder pad zijn, bijvoorbeeld ORIGIN=https://agenda.example.nl.',
		}),
	DATABASE_PATH: z
		.string()
		.default('data/samenwerkingsagenda.db')
		.refine((text) => text.trim() !== '', {
			error:
				'DATABASE_PATH is leeg: zet daarin de plaats van het databasebestand, of laat de instelling weg.',
		}),
	BACKUP_FOLDER: z.string().trim().optional(),
	SECRET_KEY: z
		.string()
		.trim()
		.refine((text) => parseSecretKey(text) !== null, {
			error:
				'SECRET_KEY moet 32 willekeurige bytes in base64 zijn. Maak er een met: openssl rand -base64 32. Of laat de instelling weg.',
		})
		.optional(),
	SECRET_KEY_FILE: z.string().trim().optional(),
	DEMO: z.enum(['0', '1'], { error: 'DEMO mag alleen 0 of 1 zijn.' }).default('0'),
	LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL mag alleen ${LOG_LEVELS.join(', ')} zijn.` }).optional(),
	METRICS_TOKEN: z
		.string()
		.trim()
		.refine((text) => text === '' || /^[\x21-\x7e]{20,}$/.test(text), {
			error:
				'METRICS_TOKEN moet minstens 20 tekens zonder spaties zijn. Maak er een met: openssl rand -hex 24. Of laat de instelling weg.',
		})
		.optional(),
});

function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === text.replace(/\/$/, '');
}

/** Throws a ConfigError whose message names the first wrong setting and what to do. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
	const parsed = Environment.safeParse(environment);
	if (!parsed.success)
		throw new ConfigError(parsed.error.issues[0]?.message ?? 'De instellingen kloppen niet.');
	const mail = MailEnvironment.safeParse(environment);
	if (!mail.success)
		throw new ConfigError(mail.error.issues[0]?.message ?? 'De mailinstellingen kloppen niet.');
	const { PORT, HOST, PROXIES, ORIGIN, DATABASE_PATH, BACKUP_FOLDER, SECRET_KEY, SECRET_KEY_FILE, DEMO } =
		parsed.data;
	const { LOG_LEVEL, METRICS_TOKEN, REQUEST_SECONDS } = parsed.data;
	const databasePath = resolve(projectRoot(), DATABASE_PATH);
	return {
		port: Number(PORT),
		host: HOST,
		proxies: PROXIES,
		requestSeconds: REQUEST_SECONDS,
		origin: new URL(ORIGIN).origin,
		databasePath,
		filesFolder: join(dirname(databasePath), DEMO === '1' ? 'demo-bestanden' : 'bestanden'),
		backupFolder: BACKUP_FOLDER
			? resolve(projectRoot(), BACKUP_FOLDER)
			: join(dirname(databasePath), 'reservekopieen'),
		secretKey: SECRET_KEY ? parseSecretKey(SECRET_KEY) : null,
		secretKeyFile: SECRET_KEY_FILE
			? resolve(projectRoot(), SECRET_KEY_FILE)
			: join(dirname(databasePath), DEMO === '1' ? 'demo-sleutel' : 'geheime-sleutel'),
		demo: DEMO === '1',
		mail: DEMO === '1' ? null : mail.data,
		log: { level: LOG_LEVEL ?? (DEMO === '1' ? 'warn' : 'info'), readable: DEMO === '1' },
		metricsToken: METRICS_TOKEN || null,
	};
}

let config: Config | undefined;

export function getConfig(): Config {
	config ??= parseConfig(process.env);
	return config;
}

/** For commands that open the database but serve nothing, and so need no ORIGIN. */
export function getCommandConfig(): Config {
	return parseConfig({ ...process.env, ORIGIN: process.env['ORIGIN'] ?? 'http://localhost' });
}

/** Makes the rest of this process the demo: its own database file and, unless set, the address of this computer. */
export function prepareDemoEnvironment(): Config {
	const { env } = process;
	env['DEMO'] = '1';
	env['DATABASE_PATH'] ??= 'data/demo.db';
	env['ORIGIN'] ??= `http://localhost:${env['PORT'] ?? '3000'}`;
	return getConfig();
}

/** What the server of adapter-node reads by itself. */
export function prepareServerEnvironment({ port, host, proxies, origin }: Config): void {
	const address = proxies > 0 ? { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: String(proxies) } : {};
	Object.assign(process.env, {
		...address,
		HOST: host,
		PORT: String(port),
		ORIGIN: origin,
		BODY_SIZE_LIMIT: String(LARGEST_BODY),
		SHUTDOWN_TIMEOUT: '5',
	});
}

/** A path as somebody typed it behind an npm command: seen from where they stood, not from the folder of the program. */
export function typedPath(path: string): string {
	return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** The folder with package.json, from the sources as well as from the build. */
export function projectRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'drizzle'))) {
		const parent = dirname(folder);
		if (parent === folder)
			throw new ConfigError('De map van het programma is niet compleet: package.json of drizzle ontbreekt.');
		folder = parent;
	}
	return folder;
}
