/** Partners say how it stands at home, the trekker uses it, and what a status is based on goes where the status goes. */
import { writeFileSync } from 'node:fs';
import { status, statusRound } from '#lib/server/db/schema.ts';
import { eq } from 'drizzle-orm';
import { pdfBytes } from '../support/upload-files.ts';
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { inFolder } from './support/folder.ts';
import { cookieOf, request } from './support/http.ts';
import { expectAccessible } from './support/look.ts';
import type { Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const ITEM = `${demo.openRound}/thuiszitters-4`;
const PAGE = `${demo.agenda}/punten/thuiszitters-4`;

/** As the coordinator would: what was handed in gets akkoord and the round closes. */
function closeRound({ db }: Site): void {
	const round = db.select().from(statusRound).where(eq(statusRound.slug, demo.openRoundSlug)).get();
	if (!round) throw new Error('The demo has no open round');
	db.update(status).set({ state: 'agreed' }).where(eq(status.state, 'submitted')).run();
	db.update(statusRound).set({ state: 'closed' }).where(eq(statusRound.id, round.id)).run();
}

test(
	'a partner contributes, the trekker reads it and adds a link and a pdf, and the board gets them after closing',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		const adviser = await login('adviser', { site, javaScriptEnabled: false });
		const coordinator = await login('coordinator', { site });
		const sources = coordinator.getByRole('region', { name: 'Bronnen' });

		await test.step('the partner writes, for the own organisation alone', async () => {
			await adviser.goto(ITEM);
			await adviser.getByRole('link', { name: 'Bijdrage schrijven' }).click();
			await expect(adviser.getByRole('heading', { level: 2 }).first()).toContainText('RBL');
			await expect(adviser.getByRole('navigation', { name: 'Organisatie' })).toHaveCount(0);
			await adviser.getByRole('button', { name: 'Bijdrage opslaan' }).click();
			await expect(adviser.getByRole('group', { name: 'Er is 1 fout' })).toBeVisible();
			await adviser.getByRole('radio', { name: /^Groen/ }).check();
			await adviser.getByLabel('Hoe staat het bij u?').fill('Bij het RBL “loopt” het <goed>.');
			await adviser.getByRole('button', { name: 'Bijdrage opslaan' }).click();
			await expect(adviser).toHaveURL(`${ITEM}#bijdragen`);
		});

		await test.step('the trekker sees it beside the joint status, which stays as it was', async () => {
			await coordinator.goto(ITEM);
			const line = coordinator
				.getByRole('region', { name: 'Bijdragen van partners' })
				.getByRole('listitem')
				.filter({ hasText: 'RBL' });
			await expect(line).toContainText('Bij het RBL “loopt” het <goed>.');
			await expect(line).toContainText('anders dan gezamenlijk');
			await expect(coordinator.getByRole('radio', { name: /^Rood/ })).toBeChecked();
		});

		await test.step('the grid shows it in its cell', async () => {
			await coordinator.goto(`${demo.openRound}/bijdragen?thema=thuiszitters`);
			const row = coordinator.getByRole('row', { name: /^4 / });
			await expect(row.getByRole('cell', { name: 'Groen , anders dan gezamenlijk' })).toHaveCount(1);
		});

		await test.step('a link that runs something is refused and keeps its title; a good one is added', async () => {
			await coordinator.goto(ITEM);
			await coordinator.getByText('Link of bestand toevoegen').click();
			await coordinator.getByLabel('Titel', { exact: true }).fill('<b>Verslag</b> & "meer"');
			await coordinator.getByLabel('Adres van de webpagina').fill('javascript:alert(1)');
			await coordinator.getByRole('button', { name: 'Link toevoegen' }).click();
			await expect(
				coordinator.getByRole('link', { name: /Dit is geen adres van een webpagina/ }),
			).toBeVisible();
			await expect(coordinator.getByLabel('Titel', { exact: true })).toHaveValue('<b>Verslag</b> & "meer"');
			await expectAccessible(coordinator, 'a refused link');
			await coordinator.getByLabel('Adres van de webpagina').fill('www.voorbeeld.nl/verslag');
			await coordinator.getByRole('button', { name: 'Link toevoegen' }).click();
			const link = sources.getByRole('link', { name: /<b>Verslag<\/b> & "meer"/ });
			await expect(link).toHaveAttribute('href', 'https://www.voorbeeld.nl/verslag');
			await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
			await expect(sources).toContainText('www.voorbeeld.nl');
		});

		await test.step('a web page in disguise and a file that is too large are refused with what was typed', async () => {
			const [disguised, large] = [inFolder('vermomd.pdf'), inFolder('te-groot.pdf')];
			writeFileSync(disguised, '<html><script>alert(1)</script>');
			writeFileSync(large, Buffer.alloc(12 * 1024 * 1024, '%PDF-1.7 '));
			const files = [
				{ path: disguised, sentence: /Webpagina’s/ },
				{ path: large, sentence: /te groot: hoogstens 10 MB/ },
			];
			await coordinator.goto(`${ITEM}/bronnen`);
			for (const { path, sentence } of files) {
				await coordinator.getByLabel('Titel van het bestand').fill('Notulen van het REA');
				await coordinator.getByLabel('Bestand kiezen').setInputFiles(path);
				await coordinator.getByRole('button', { name: 'Bestand toevoegen' }).click();
				await expect(coordinator.getByRole('link', { name: sentence })).toBeVisible();
				await expect(coordinator.getByLabel('Titel van het bestand')).toHaveValue('Notulen van het REA');
			}
		});

		const pdf = Buffer.from(pdfBytes('Notulen'));
		await test.step('a pdf is added', async () => {
			await coordinator
				.getByLabel('Bestand kiezen')
				.setInputFiles({ name: 'Notulen één.pdf', mimeType: 'text/html', buffer: pdf });
			await coordinator.getByRole('button', { name: 'Bestand toevoegen' }).click();
			await expect(sources.getByRole('link', { name: 'Notulen van het REA' })).toBeVisible();
			const file = await download(coordinator, sources.getByRole('link', { name: 'Notulen van het REA' }));
			expect(file.name).toBe('Notulen één.pdf');
			expect(Buffer.from(file.bytes).equals(pdf)).toBe(true);
		});

		const href =
			(await sources.getByRole('link', { name: 'Notulen van het REA' }).getAttribute('href')) ?? '';
		await test.step('it comes with headers that let it run nothing', async () => {
			const { status: code, headers } = await request(site, href, { who: 'coordinator' });
			expect(code).toBe(200);
			expect(headers.get('content-type')).toBe('application/pdf');
			expect(headers.get('content-disposition')).toMatch(
				/^attachment; filename="notulen-n.pdf"; filename\*=UTF-8''Notulen/,
			);
			expect(headers.get('content-security-policy')).toContain('sandbox');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('cache-control')).toBe('private, no-store');
		});

		await test.step('the board gets nothing while the round is open, and the file after it has closed', async () => {
			const board = await login('board', { site });
			for (const who of ['board', 'reader'] as const) {
				expect((await request(site, href, { who })).status).toBe(404);
				expect((await request(site, PAGE, { who })).text).not.toContain('Notulen van het REA');
			}
			expect((await request(site, href)).status).toBe(303);
			closeRound(site);
			await board.goto(PAGE);
			const file = await download(board, board.getByRole('link', { name: 'Notulen van het REA' }));
			expect(Buffer.from(file.bytes).equals(pdf)).toBe(true);
			expect(await board.getByText('Bij het RBL').count()).toBe(0);
			expect((await request(site, href, { who: 'reader' })).status).toBe(404);
		});

		await test.step('nothing can be added or taken away any more', async () => {
			await coordinator.goto(`${ITEM}/bronnen`);
			await expect(coordinator.locator('main').getByRole('button')).toHaveCount(0);
			await coordinator.goto(`${ITEM}/bijdrage`);
			await expect(coordinator.getByText(/Dit peilmoment is niet open/)).toBeVisible();
		});
	},
);

test(
	'two people at one contribution: the second sees both texts and loses none',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		const path = `${demo.openRound}/thuiszitters-1/bijdrage`;
		const adviser = await login('adviser', { site });
		const coordinator = await login('coordinator', { site });
		await coordinator.goto(path);
		await coordinator.getByRole('link', { name: 'RBL', exact: true }).click();
		await adviser.goto(path);
		await adviser.getByLabel('Hoe staat het bij u?').fill('Tekst van de adviseur.');
		await adviser.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		await coordinator.getByRole('radio', { name: /^Oranje/ }).check();
		await coordinator.getByLabel('Hoe staat het bij u?').fill('Tekst van de coördinator.');
		await coordinator.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		await expect(
			coordinator.getByRole('region', { name: 'Iemand anders heeft dit intussen opgeslagen' }),
		).toContainText('Tekst van de adviseur.');
		await expect(coordinator.getByLabel('Hoe staat het bij u?')).toHaveValue('Tekst van de coördinator.');
		await expect(coordinator.getByRole('radio', { name: /^Oranje/ })).toBeChecked();
		await expect(coordinator.getByRole('heading', { name: 'RBL' })).toBeVisible();
		await expectAccessible(coordinator, 'a conflict');
		await coordinator.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		await expect(coordinator.getByRole('region', { name: 'Bijdragen van partners' })).toContainText(
			'Tekst van de coördinator.',
		);
		// The page of the status brings a script; the site must not stop while it loads.
		await coordinator.waitForLoadState('networkidle');
	},
);

test(
	'more than the server reads gets a sentence, on the page of the files and anywhere else',
	{ tag: '@lang' },
	async ({ site }) => {
		test.slow();
		const send = async (path: string, size: number, type: string) => {
			const answer = await fetch(new URL(path, site.origin), {
				method: 'POST',
				body: new Uint8Array(size).fill(97),
				redirect: 'manual',
				headers: {
					origin: site.origin,
					accept: 'text/html',
					'content-type': type,
					cookie: await cookieOf(site, 'coordinator'),
				},
			});
			return { status: answer.status, text: await answer.text() };
		};
		const sentence = 'Wat u verstuurde is te groot, en er is niets bewaard.';
		const urlencoded = 'application/x-www-form-urlencoded';
		const ordinary = await send(`${ITEM}?/opslaan`, 9 * 1024 * 1024, urlencoded);
		expect(ordinary.status).toBe(413);
		expect(ordinary.text).toContain(sentence);
		const upload = await send(
			`${ITEM}/bronnen?/bestand`,
			33 * 1024 * 1024,
			'multipart/form-data; boundary=x',
		);
		expect(upload.status).toBe(413);
		expect(upload.text).toContain(sentence);
		expect(site.errors()).toBe('');
	},
);
