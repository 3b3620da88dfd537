/** `npm run beelden`: the pictures of the users' guide, taken from the demo. */
import { chromium, type Browser } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import type { Role } from '#lib/domain/access.ts';
import { prepareDemoEnvironment } from '#lib/server/config.ts';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from './build.ts';
import { serve } from './start.ts';

const FOLDER = 'docs/beeld';
const ROUND = 'uw-2019-2022-2020-k4';
const AGENDA = 'uw-2019-2022';

interface Picture {
	name: string;
	role: Role | null;
	path: string;
	width?: number;
}

const PICTURES: readonly Picture[] = [
	{ name: 'inloggen', role: null, path: '/inloggen' },
	{ name: 'te-doen', role: 'adviser', path: '/' },
	{ name: 'status-invullen', role: 'adviser', path: `/rea/${ROUND}?punt=thuiszitters-2` },
	{ name: 'peilmoment', role: 'coordinator', path: `/rea/${ROUND}/voortgang` },
	{ name: 'beoordelen', role: 'coordinator', path: `/rea/${ROUND}/thuiszitters-1` },
	{ name: 'overzicht', role: 'board', path: `/agenda/${AGENDA}` },
	{ name: 'overzicht-telefoon', role: 'board', path: `/agenda/${AGENDA}`, width: 390 },
	{ name: 'tabel', role: 'board', path: `/agenda/${AGENDA}?weergave=tabel` },
	{ name: 'verloop', role: 'board', path: `/agenda/${AGENDA}/verloop` },
	{ name: 'agendapunt', role: 'board', path: `/agenda/${AGENDA}/punten/thuiszitters-2` },
	{ name: 'rapport', role: 'reader', path: '/rapporten/uw-2019-2022-2020-k3' },
	{ name: 'beheer', role: 'administrator', path: '/beheer' },
];

export async function main(args: string[]): Promise<void> {
	const config = prepareDemoEnvironment();
	if (!args.includes('--zonder-bouwen')) await build();
	await makeDemoDatabase(config.databasePath);
	await serve(config);
	mkdirSync(FOLDER, { recursive: true });
	const browser = await chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
	});
	for (const picture of PICTURES) await take(browser, config.origin, picture);
	await browser.close();
	console.log(`${PICTURES.length} beelden staan in ${FOLDER}.`);
	process.exit(0);
}

async function take(
	browser: Browser,
	origin: string,
	{ name, role, path, width = 1280 }: Picture,
): Promise<void> {
	const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'nl-NL' });
	const page = await context.newPage();
	if (role !== null) {
		await page.goto(`${origin}/inloggen`);
		await page.click(`button[value="${role}"]`);
	}
	await page.goto(origin + path, { waitUntil: 'networkidle' });
	await page.screenshot({ path: `${FOLDER}/${name}.png` });
	await context.close();
}
