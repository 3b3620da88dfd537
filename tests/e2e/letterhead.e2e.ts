/** A gemeente brings its own letterhead: a typing error is found, the sample is looked at, and then it is used. */
import { writeFileSync } from 'node:fs';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import { changed, memberOf } from '../support/letterhead-files.ts';
import { download } from './support/downloads.ts';
import { inFolder } from './support/folder.ts';
import { expectAccessible } from './support/look.ts';
import { LETTERHEADS } from './support/pages-letterheads.ts';
import { expect, test } from './support/test.ts';

test(
	'a letterhead with a typing error is refused with what was meant; mended it gives a sample and is put to use',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		const page = await login('coordinator', { site });
		const good = exampleLetterhead('docx');
		const wrong = changed(good, {
			'word/document.xml': (xml) => xml.replace('{{onderwerp}}', '{{ondewerp}}'),
		});
		const choose = async (name: string, file: Uint8Array) => {
			const path = inFolder(name);
			writeFileSync(path, file);
			await page.getByLabel('Bestand', { exact: true }).setInputFiles(path);
			await page.getByRole('button', { name: 'Controleren en bewaren' }).click();
		};

		await test.step('the check says where it is and what was probably meant', async () => {
			await page.goto(LETTERHEADS);
			await choose('briefpapier-fout.docx', wrong);
			await expect(page).toHaveTitle(/^Fout: Briefpapier van Gemeente Oudewater/);
			const row = page.getByRole('row', { name: /\{\{ondewerp\}\} in de tekst/ });
			await expect(row).toContainText('Bedoelde u {{onderwerp}}?');
			await expect(page.getByText('Er is nog geen eigen briefpapier.')).toBeVisible();
			await expectAccessible(page, 'a letterhead that is refused');
		});

		await test.step('mended it is kept, with what was found and a sample', async () => {
			await choose('briefpapier.docx', good);
			await expect(page.getByRole('heading', { level: 1, name: 'briefpapier.docx' })).toBeVisible();
			await expect(page.getByRole('row', { name: /\{\{gemeente\}\}/ })).toContainText('koptekst');
			const sample = await download(page, page.getByRole('link', { name: 'Proefbrief downloaden' }));
			expect(sample.name).toBe('proef-briefpapier.docx');
			expect(memberOf(sample.bytes, 'word/header1.xml')).toContain('Gemeente Oudewater');
			expect(memberOf(sample.bytes, 'word/document.xml')).toContain('Proefbrief');
			const original = await download(page, page.getByRole('link', { name: 'Origineel downloaden' }));
			expect(Buffer.from(original.bytes)).toEqual(good);
		});

		await test.step('it is put to use and taken away again', async () => {
			await page.getByRole('button', { name: 'In gebruik nemen' }).click();
			await expect(page.getByText('Dit briefpapier is nu in gebruik.')).toBeVisible();
			await page.getByRole('link', { name: 'Briefpapier van Gemeente Oudewater' }).click();
			await expect(page.getByRole('listitem').filter({ hasText: 'briefpapier.docx' })).toContainText(
				'In gebruik',
			);
			await page.getByRole('link', { name: 'briefpapier.docx' }).click();
			await page.getByRole('button', { name: 'Weghalen' }).click();
			await expect(page.getByText('Het briefpapier is weggehaald.')).toBeVisible();
			await expect(page.getByText('Er is nog geen eigen briefpapier.')).toBeVisible();
		});
	},
);
