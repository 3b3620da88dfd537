/** nginx with the site of deploy/nginx on free ports, a certificate that it makes itself, and the program behind it. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/config.ts';
import { startServer, type BenchServer } from '../bench/server.ts';
import { freePort } from '../support/free-port.ts';

const NAME = 'agenda.example.nl';

export interface Nginx {
	/** The name that the certificate and the site are for. */
	name: string;
	httpPort: number;
	httpsPort: number;
	app: BenchServer;
	log(): string;
	stop(): Promise<void>;
}

export async function startNginx(folder: string, deployFolder: string): Promise<Nginx> {
	const [httpPort, httpsPort] = [await freePort(), await freePort()];
	const app = await startServer([join(projectRoot(), 'src/cli/run.mjs'), 'start'], projectRoot(), {
		DATABASE_PATH: join(folder, 'demo.db'),
		DEMO: '1',
		PROXIES: '1',
		ORIGIN: `https://${NAME}:${httpsPort}`,
	});
	makeCertificate(folder);
	cpSync(deployFolder, join(folder, 'site'), { recursive: true });
	const site = readFileSync(join(deployFolder, 'samenwerkingsagenda.conf'), 'utf8')
		.replaceAll('127.0.0.1:3000', new URL(app.origin).host)
		.replaceAll(`/etc/letsencrypt/live/${NAME}/fullchain.pem`, join(folder, 'cert.pem'))
		.replaceAll(`/etc/letsencrypt/live/${NAME}/privkey.pem`, join(folder, 'key.pem'))
		.replaceAll('/usr/share/samenwerkingsagenda', join(folder, 'site'))
		.replaceAll('/var/log/nginx/samenwerkingsagenda.log', join(folder, 'access.log'))
		.replaceAll('listen 80;', `listen 127.0.0.1:${httpPort};`)
		.replaceAll(/listen 443 ([^;]*);/g, `listen 127.0.0.1:${httpsPort} $1;`)
		// One address family is enough here, and not every machine has the other.
		.replaceAll(/^\s*listen \[::\][^;]*;\n/gm, '');
	mkdirSync(join(folder, 'tmp'));
	writeFileSync(join(folder, 'nginx.conf'), mainConfig(folder, site));
	const flags = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
	execFileSync('nginx', ['-t', '-q', ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
	const child = spawn('nginx', [...flags, '-g', 'daemon off;'], { stdio: 'ignore' });
	const kill = () => child.kill('SIGTERM');
	process.once('exit', kill);
	await untilOpen(httpsPort);
	return {
		name: NAME,
		httpPort,
		httpsPort,
		app,
		log: () => readFileSync(join(folder, 'access.log'), 'utf8'),
		async stop() {
			process.off('exit', kill);
			const gone = new Promise((resolve) => child.once('exit', resolve));
			kill();
			await gone;
			await app.stop();
		},
	};
}

function makeCertificate(folder: string): void {
	const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
	const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
	execFileSync(
		'openssl',
		['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
		{
			stdio: 'ignore',
		},
	);
}

/** What Debian's own nginx.conf does around a site, with every path in our folder. */
function mainConfig(folder: string, site: string): string {
	const user = process.getuid?.() === 0 ? 'user root;\n' : '';
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((kind) => `${kind}_temp_path ${join(folder, 'tmp', kind)};`)
		.join('\n');
	return `${user}worker_processes 1;\npid ${join(folder, 'nginx.pid')};\nevents { worker_connections 512; }\nhttp {\ninclude /etc/nginx/mime.types;\n${temporary}\n${site}\n}\n`;
}

async function untilOpen(port: number): Promise<void> {
	const { connect } = await import('node:net');
	for (let attempt = 0; attempt < 100; attempt += 1) {
		const open = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
			socket.on('connect', () => socket.destroy());
		});
		if (open) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('nginx did not start');
}
