import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guardText, type PrivacyKind } from './privacy-guard.ts';

const START = 2019;
const found = (text: string) =>
	guardText(text, START).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const CAUGHT: readonly [kind: PrivacyKind, spot: string, text: string][] = [
	['count', '3 leerlingen', 'Er zitten nog 3 leerlingen thuis.'],
	['count', 'twee kinderen', 'Voor twee kinderen is geen plek.'],
	['count', '1 jongere', 'Het gaat om 1 jongere uit Woerden.'],
	['count', 'Vier jongeren', 'Vier jongeren wachten op een plek.'],
	['count', 'één leerling', 'Bij één leerling is de hulp gestopt.'],
	['count', 'drie nieuwe leerlingen', 'In mei kwamen er drie nieuwe leerlingen bij.'],
	['count', '2 thuiszittende jongeren', 'De 2 thuiszittende jongeren zijn bezocht.'],
	['count', '4 langdurige thuiszitters', 'Nog 4 langdurige thuiszitters in Montfoort.'],
	['count', '3 thuiszitters', 'In Oudewater zijn 3 thuiszitters.'],
	['count', '3 van de 40 leerlingen', 'Dat gold voor 3 van de 40 leerlingen.'],
	['count', 'twee van de kinderen', 'Alleen twee van de kinderen gingen terug naar school.'],
	['count', '2 of 3 leerlingen', 'Het gaat om 2 of 3 leerlingen.'],
	['count', '2-3 kinderen', 'Per jaar zijn dat 2-3 kinderen.'],
	['count', 'twee gezinnen', 'Met twee gezinnen is gesproken.'],
	['count', '1 meisje', 'Alleen 1 meisje bleef over.'],
	['count', '4 kleuters', 'Voor 4 kleuters is hulp aangevraagd.'],
	['count', '4 leerlingen', 'Van 12 naar 4 leerlingen in een jaar.'],
	['count', 'twee statushouders', 'De klas heeft twee statushouders.'],
	['name', 'J. de Vries', 'Het overleg met J. de Vries is gepland.'],
	['name', 'mevr. A.B. Jansen', 'Dit doet mevr. A.B. Jansen.'],
	['name', 'J. de Vries', 'J. de Vries heeft het opgepakt.'],
	['name', 'P. Bakker', 'Volgens P. Bakker loopt het goed.'],
	['name', 'M.J.C. van den Berg', 'Contact: M.J.C. van den Berg.'],
	['name', 'A. B. Smit', 'De moeder, A. B. Smit, is akkoord.'],
	['name', 'Mevrouw Jansen', 'Mevrouw Jansen belt de scholen.'],
	['name', 'de heer Van', 'Met de heer Van is gesproken.'],
	['name', 'dhr. El', 'Afspraak met dhr. El volgt.'],
	['name', 'Dhr. K. Yılmaz', 'Dhr. K. Yılmaz is de mentor.'],
	['name', 'C. de Wit-Bos', 'Vraag het aan C. de Wit-Bos.'],
	['name', 'meneer Öztürk', 'Vraag het aan meneer Öztürk.'],
	['bsn', '123456782', 'Het gaat om 123456782.'],
	['bsn', '1234.56.782', 'Nummer 1234.56.782 staat op de lijst.'],
	['bsn', '123 456 782', 'BSN 123 456 782 is doorgegeven.'],
	['bsn', '111222333', 'bsn: 111222333'],
	['birth-date', 'geboren 12-03-2011', 'Een leerling, geboren 12-03-2011, zit thuis.'],
	['birth-date', 'geb. 3 april 2009', 'Geplaatst (geb. 3 april 2009) in mei.'],
	['birth-date', 'geboren op 1 januari 2010', 'Het kind is geboren op 1 januari 2010.'],
	['birth-date', 'geboortedatum: 4/5/2012', 'Lijst met geboortedatum: 4/5/2012.'],
	['birth-date', 'geb 7-8-11', 'geb 7-8-11'],
	['birth-date', '12 maart 2011', 'De leerling van 12 maart 2011 krijgt hulp.'],
	['birth-date', '03-09-2008', 'Aanmelding 03-09-2008 wacht nog.'],
	['birth-date', '2010-11-30', 'Zie dossier (2010-11-30).'],
	['email', 'ouder@voorbeeld.example', 'Mail naar ouder@voorbeeld.example voor meer.'],
	['email', 'a.b-c+d@school.voorbeeld.example', 'a.b-c+d@school.voorbeeld.example'],
];

const LEFT_ALONE = [
	'Er zitten nog 12 leerlingen thuis.',
	'In 2019 waren er 40 thuiszitters, in 2020 nog 25.',
	'Minder dan 5 leerlingen.',
	'Er zijn 0 thuiszitters en geen leerlingen zonder plek.',
	'De 2 SWV’en en 3 gemeenten werken samen.',
	'Dit is besproken met 2 scholen voor leerlingen met een beperking.',
	'In kwartaal 4 leerlingen bevraagd.',
	'Bezoek aan groep 3 leerlingen en klas 2 leerlingen.',
	'Voor cluster 4 leerlingen is er een plan.',
	'Onderzoek onder mbo-2 studenten.',
	'Van agendapunt 2.3 leerlingen bereikt het vervolg.',
	'Van de scholen doet 4% van de leerlingen mee, 3 procent van de kinderen niet.',
	'Gemiddeld 2,3 leerlingen per klas.',
	'Eén op de 4 leerlingen, ofwel 1 op 4 kinderen.',
	'Hoogstens 4 leerlingen per groepje, en 1 begeleider per 4 leerlingen.',
	'We werken volgens één kind, één plan en 1 gezin, 1 regisseur.',
	'Er komen twee kinderdagverblijven en vier leerlingenraden.',
	'Een leerling kan zich aanmelden; een kind ook.',
	'Op 3 oktober kinderen geteld.',
	'1. Leerlingen\n2. Kinderen\n3) Jongeren',
	'De teldatum is 1.203 leerlingen verder.',
	'Twee ouderavonden en drie kindgesprekken.',
	'Dit gebeurt o.a. in Woerden, m.n. bij het SWV.',
	'Het REA. Daarna het OOGO. Het SWV. De gemeenten.',
	'A. Preventie\nB. Toegang\nC. Thuiszitters',
	'Gekozen is optie B. Scholen doen mee. Zie bijlage A. Gemeenten volgen.',
	'We kiezen plan B. Daarna volgt de rest.',
	'De P.C. Hooftschool en de Dr. Schaepmanstraat doen mee.',
	'Het J.F. Kennedy College doet mee.',
	'De wethouder en de leerplichtambtenaar spraken elkaar.',
	'Bel 030 286 12 34 of 06 12345678.',
	'Er is € 123.456.782 begroot, dus 123.456.782 euro.',
	'De nummers 123456789 en 000000000 zijn geen BSN.',
	'Zaaknummer Z/2020/123456782 en 1234567820.',
	'Op 18 april 2019 is de agenda vastgesteld.',
	'De peildatum is 1-10-2020.',
	'De Wet passend onderwijs geldt sinds 1 augustus 2014.',
	'De brief van 12 maart 2012 en het convenant van 3 juni 2013 gelden nog.',
	'Het gebouw is van 12 maart 1985.',
	'Geboren wordt een idee niet in 2011.',
	'Zie www.voorbeeld.example of @gemeente.',
	'Er zijn 2 adviseurs, 3 wethouders en 1 coördinator.',
];

describe('the privacy guard', () => {
	test.each(CAUGHT)('finds a %s in %j: %s', (kind, spot, text) => {
		expect(found(text)).toEqual([`${kind}: ${spot}`]);
	});

	test.each(LEFT_ALONE)('leaves alone: %s', (text) => {
		expect(found(text)).toEqual([]);
	});

	test('holds a bare date against the years of the agenda', () => {
		const text = 'Dossier van 12-03-2011.';
		expect(guardText(text, 2019)).toHaveLength(1);
		expect(guardText(text, 2015)).toEqual([]);
		expect(guardText(text, 2035)).toEqual([]);
	});

	test('gives everything in the order of the text, without overlap', () => {
		const text = 'Mail j.jansen@school.example over J. Jansen (geb. 3 april 2009), een van 3 leerlingen.';
		expect(found(text)).toEqual([
			'email: j.jansen@school.example',
			'name: J. Jansen',
			'birth-date: geb. 3 april 2009',
			'count: 3 leerlingen',
		]);
	});

	test('flags nothing in the real agendas and the statuses of the demo', () => {
		const flagged = ['utrecht-west.json', 'voorbeeld.json'].flatMap((name) =>
			textsIn(JSON.parse(readFileSync(join(import.meta.dirname, '../server/demo', name), 'utf8'))).flatMap(
				found,
			),
		);
		expect(flagged).toEqual([]);
	});

	test('is quick on a long text of digits, capitals and points', () => {
		const started = performance.now();
		for (const piece of ['A. ', '1 ', 'twee nieuwe ', '12.34.', 'a.b@']) guardText(piece.repeat(2000), START);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
