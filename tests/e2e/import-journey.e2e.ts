/** From an empty database, by pasting the old table, to an agenda with goals and a first open round. */
import { firstAdministrator } from './support/first-administrator.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** As it is copied from a spreadsheet: themas on rows of their own, words for levels, and a footnote glued to one. */
const TABLE = [
	['Nr', 'Agendapunt', 'Voortgang', 'Opmerking', 'Kleur'],
	['Thema 1: Jonge kind', '', '', '', ''],
	['1', 'Peuters in beeld', 'Alle gemeenten doen mee.', '', 'groen'],
	['2', 'Warme overdracht', 'Nog niet begonnen.', 'Te weinig mensen', 'rood'],
	['3', 'Voorschoolse plekken', 'Loopt.', '', 'oranje'],
	['4', 'Logopedie op school', '', '', '--'],
	['Thema 2: Thuiszitters', '', '', '', ''],
	['1', 'Verzuimaanpak', 'Afgesproken met alle scholen.', '', 'groen2'],
	['2', 'Doorzettingsmacht', 'Klaar.', '', 'donkergroen'],
	['3', 'Eén registratie', 'In voorbereiding.', 'Wacht op leverancier', 'oranje'],
	['4', 'Terug naar school', 'Nog niet begonnen.', '', 'rood'],
	['Thema 3: Jeugdhulp op school', '', '', '', ''],
	['1', 'Vaste contactpersoon', 'Elke school heeft er een.', '', 'donkergroen'],
	['2', 'Onderwijszorgarrangementen', 'Twee proeven.', '', 'oranje'],
	['3', 'Leerlingenvervoer', '', '', ''],
	['4', 'Overgang naar 18 jaar', 'Werkgroep gestart.', '', 'oranje'],
];
const PASTED = TABLE.map((row) => row.join('\t')).join('\n');
const LEVELS = ['rood', 'oranje', 'groen', 'donkergroen'];

test(
	'someone with an empty database pastes the old table, writes goals and opens the first round',
	{ tag: '@lang' },
	async ({ visitor, newSite }) => {
		test.setTimeout(90_000);
		const site = await newSite({ database: 'empty', demo: false });
		const kees = await firstAdministrator(site, () => visitor({ site, javaScriptEnabled: false }));
		await kees.goto('/beheer/importeren/tabel');
		await kees.getByLabel(/plak/i).fill(PASTED.replace('4\tTerug', '3\tTerug'));
		await kees.getByRole('button', { name: 'Controleren' }).click();
		await expect(kees.getByText(/Nummer 3 staat al bij dit thema/)).toBeVisible();
		await kees.getByLabel('De geplakte tabel').fill(PASTED);
		await kees.getByRole('button', { name: 'Opnieuw controleren' }).click();

		await expect(kees.getByText('12 agendapunten', { exact: true })).toBeVisible();
		const column = (heading: string) => kees.getByRole('combobox', { name: heading });
		await expect(column('Kleur')).toHaveValue('level');
		await column('Opmerking').selectOption({ label: 'Oorzaak' });
		await kees.getByRole('button', { name: 'Opnieuw controleren' }).click();
		await expect(kees.getByText("3 thema's", { exact: true })).toBeVisible();
		await expect(kees.getByText('Het cijfer achter het woord is gelezen als voetnoot.')).toBeVisible();

		await kees.getByLabel('Titel van de agenda').fill('Samenwerkingsagenda Lekstroom');
		await kees.getByLabel('Eerste jaar').fill('2026');
		await kees.getByLabel('Laatste jaar').fill('2029');
		await kees.getByLabel('Status invullen').selectOption('Per halfjaar');
		await kees.getByLabel('Peilmoment van de statussen').fill('2026-H2');
		await kees.getByRole('button', { name: 'Importeren' }).click();
		await expect(kees).toHaveURL(/\/rea\/lekstroom-2026-2029-2026-h2\/voortgang$/);

		for (const punt of ['jonge-kind-1', 'thuiszitters-2']) {
			await kees.goto(`/agenda/lekstroom-2026-2029/punten/${punt}/doelen`);
			for (const level of LEVELS)
				await kees
					.getByLabel(`Doel voor ${level}`, { exact: true })
					.fill(`Eind 2027 is ${level} gehaald in alle gemeenten.`);
			await kees.getByRole('button', { name: 'Doelen opslaan' }).click();
			await expect(kees.getByText('De doelen zijn opgeslagen.')).toBeVisible();
		}
		await kees.goto('/rea/lekstroom-2026-2029-2026-h2/voortgang');
		await takeStep(kees, 'Peilmoment openen');
		await expect(kees.getByText(/^Open tot en met/)).toBeVisible();
		await expect(kees.getByText('0 van 12 ingediend of akkoord')).toBeVisible();
	},
);
