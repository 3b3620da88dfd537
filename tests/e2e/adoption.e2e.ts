/** What was adopted stays: adopt, correct beside it, compare, and check it with the tools of any computer; without a script. */
import { createHash } from 'node:crypto';
import { readPdf } from '../support/pdf.ts';
import { adoptInWriting } from './support/adopt.ts';
import { demo } from './support/demo.ts';
import { download, readCsv } from './support/downloads.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const REASON = 'De telling van de laatste gemeente kwam na de vergadering binnen.';

test(
	'an adoption is corrected beside, compared and checked, and keeps its bytes',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const withoutScript = { site: freshServer, javaScriptEnabled: false };
		const coordinator = await login('coordinator', withoutScript);
		const reader = await login('reader', withoutScript);

		await test.step('the coordinator adopts the open round', async () => {
			await coordinator.goto(demo.openProgress);
			const agree = coordinator.getByRole('button', { name: /^Akkoord met / });
			for (let left = await agree.count(); left > 0; left -= 1) {
				await agree.first().click();
				await expect(agree).toHaveCount(left - 1);
			}
			await takeStep(coordinator, 'Peilmoment sluiten', { 'Besproken op': '2021-01-14' });
			await adoptInWriting(coordinator, '2021-01-14');
			await expect(coordinator).toHaveURL(demo.openReport);
		});

		await reader.goto(demo.openReport);
		const hash = await reader.locator('code.hash').first().innerText();
		const adopted = await download(reader, reader.getByRole('link', { name: /^Download de vaststelling/ }));
		expect(adopted.name).toBe(`vaststelling-${demo.openRoundSlug}.json`);
		expect(sha256(adopted.bytes)).toBe(hash);
		await expect(reader.getByText('De inhoud is nog precies zoals vastgesteld.')).toBeVisible();
		await expect(reader.getByRole('link', { name: 'Correctie vastleggen' })).toHaveCount(0);

		await test.step('the coordinator corrects a level, with a reason', async () => {
			await coordinator.getByRole('link', { name: 'Correctie vastleggen' }).click();
			await coordinator.getByLabel('Agendapunt').selectOption('thuiszitters-1');
			await coordinator.getByLabel('Wat klopt er niet?').selectOption('niveau');
			await coordinator.getByRole('button', { name: 'Toon wat er nu staat' }).click();
			await coordinator.getByLabel('Wordt').selectOption('rood');
			await coordinator.getByRole('button', { name: 'Correctie vastleggen' }).click();
			await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toContainText('waarom');
			await expect(coordinator.getByLabel('Wordt')).toHaveValue('rood');
			await coordinator.getByLabel('Reden').fill(REASON);
			await coordinator.getByRole('button', { name: 'Correctie vastleggen' }).click();
			await expect(coordinator).toHaveURL(`${demo.openReport}#correcties`);
		});

		await test.step('the reader sees it beside the original, in every form', async () => {
			await reader.reload();
			const item = reader.locator('#punt-thuiszitters-1');
			await expect(item.getByRole('heading')).toContainText('gecorrigeerd naar');
			await expect(item).toContainText(REASON);
			await expect(reader.getByText('Met correcties tot en met 14 januari 2021').first()).toBeVisible();
			const pdf = await download(reader, reader.getByRole('link', { name: 'Rapport als PDF' }));
			const text = (await readPdf(pdf.bytes)).pages.join(' ').replace(/[\s\u200b]+/g, '');
			expect(text).toContain(REASON.replaceAll(' ', ''));
			expect(text).toContain(hash);
			const csv = await download(reader, reader.getByRole('link', { name: 'Matrix als CSV' }));
			expect(readCsv(csv.bytes).flat().join('\n')).toContain(REASON);
			await reader.goto(`${demo.agenda}/punten/thuiszitters-1`);
			await expect(reader.getByText(REASON)).toBeVisible();
		});

		await test.step('the overview as adopted keeps its links, and the live one leads to it', async () => {
			await reader.goto(demo.agenda);
			await expect(reader.getByRole('heading', { name: /^Met correcties tot en met/ })).toBeVisible();
			await reader.getByRole('link', { name: 'Zoals vastgesteld op 14 januari 2021' }).click();
			await expect(reader).toHaveURL(`${demo.openReport}/overzicht`);
			await reader.getByRole('link', { name: /^Aandachtspunten/ }).click();
			await expect(reader).toHaveURL(`${demo.openReport}/overzicht?aandacht=1`);
			await reader.getByRole('table').getByRole('link').first().click();
			await expect(reader).toHaveURL(new RegExp(`${demo.openReport}#punt-`));
		});

		await test.step('it is compared with the one before', async () => {
			await reader.getByRole('link', { name: 'Vergelijk met kwartaal 3 van 2020' }).click();
			await expect(reader.getByRole('heading', { level: 2, name: /^Ander niveau/ })).toBeVisible();
			await reader.getByLabel('Naar').selectOption('Kwartaal 3 van 2020');
			await reader.getByRole('button', { name: 'Vergelijk' }).click();
			await expect(reader.getByText('Er is geen verschil.')).toBeVisible();
		});

		await test.step('the control finds it good, until a byte is changed', async () => {
			await reader.goto('/rapporten/controle');
			await expect(reader.getByText(/^8 vaststellingen: 8 goed, 0 fout\./)).toBeVisible();
			const again = await download(
				reader,
				reader.getByRole('link', { name: 'Download de vaststelling van kwartaal 4 van 2020' }),
			);
			expect(again.bytes).toEqual(adopted.bytes);
			freshServer.db.$client.exec(
				`DROP TRIGGER adoption_no_update; UPDATE adoption SET snapshot = replace(snapshot, 'groen', 'GROEN') WHERE hash = '${hash}'`,
			);
			await reader.reload();
			await expect(reader.getByText(/^8 vaststellingen: 7 goed, 1 fout\./)).toBeVisible();
			await reader.goto(demo.openReport);
			await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Deze vaststelling klopt niet meer');
			await expect(reader.getByText(/^De inhoud is veranderd/)).toBeVisible();
		});
	},
);
