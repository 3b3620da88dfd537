/** What leaves the server for people outside the REA, over every address they can reach; and that looking changes nothing. */
import { strFromU8, unzipSync } from 'fflate';
import { readPdf } from '../support/pdf.ts';
import { fingerprint, secretTexts } from './support/contents.ts';
import { crawl } from './support/crawl.ts';
import { demo } from './support/demo.ts';
import { request, type Answer } from './support/http.ts';
import { OFFICIAL, plantMarks } from './support/plant.ts';
import { expect, test } from './support/test.ts';

/** A PDF and the files of an office are packed, so their words are read. */
async function wordsOf(answer: Answer): Promise<string> {
	const type = answer.headers.get('content-type') ?? '';
	if (/officedocument|opendocument/.test(type)) return wordsOfZip(answer.bytes);
	if (type !== 'application/pdf') return answer.text;
	const { pages, xmp } = await readPdf(answer.bytes);
	return pages.join(' ').replaceAll('\n', ' ') + xmp;
}

/** Of Word, Excel and OpenDocument: every member, without its marks. */
function wordsOfZip(bytes: Uint8Array): string {
	const members = Object.values(unzipSync(bytes)).map((member) => strFromU8(member));
	return members
		.join(' ')
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}

test.describe('what stays with whoever it is meant for', () => {
	test.describe.configure({ mode: 'default' });

	for (const who of ['board', 'reader'] as const) {
		// What a lezer sees, a bestuurder sees too.
		const tag = who === 'reader' ? '@lang' : [];
		test(
			`no answer to a ${who} holds a text of the open round or a mark of an internal field`,
			{ tag },
			async ({ freshServer: site }) => {
				test.slow();
				const { internal, ofBoard } = plantMarks(site);
				const secrets = [...secretTexts(site), ...internal, ...(who === 'reader' ? ofBoard : [])];
				expect(secrets.length).toBeGreaterThan(30);
				const leaks: string[] = [];
				const failures: string[] = [];
				const search = (path: string, words: string) =>
					leaks.push(
						...secrets.filter((secret) => words.includes(secret)).map((secret) => `${path}: ${secret}`),
					);
				const paths = await crawl(site, who, async (path, answer) => {
					search(path, await wordsOf(answer));
					if (answer.status >= 400) failures.push(`${answer.status} at ${path}`);
				});
				const meetings = [
					demo.heldMeeting,
					`${demo.heldMeeting}/besluiten`,
					`${demo.heldMeeting}/presentatie`,
				];
				const walked = who === 'board' ? [...meetings, demo.nextMeeting] : meetings.slice(1, 2);
				expect(paths).toEqual(
					expect.arrayContaining([
						demo.agenda,
						demo.report,
						...['rapport.pdf', 'rapport.docx', 'rapport.odt', 'model-2019.pdf', 'gegevens.xlsx'].map(
							(name) => `${demo.report}/${name}`,
						),
						'/vergaderingen',
						...walked,
					]),
				);
				const byHand = [
					...paths.filter(
						(one) => /^\/(agenda|oogo|vergaderingen|rapporten)\b/.test(one) && !one.includes('.'),
					),
					...meetings.flatMap((one) => [one, one.replace(demo.heldMeeting, OFFICIAL)]),
					demo.nextMeeting,
					`${demo.nextMeeting}/besluiten`,
					`${demo.nextMeeting}/voorbereiden`,
					demo.openRound,
					demo.openReport,
					`${demo.openRound}/thuiszitters-2`,
				];
				for (const path of new Set(byHand)) {
					const data = dataOf(path);
					search(data, (await request(site, data, { who })).text);
					if (!paths.includes(path)) search(path, (await request(site, path, { who })).text);
				}
				expect(leaks).toEqual([]);
				expect(failures, 'links that lead nowhere').toEqual([]);
			},
		);
	}
});

test('the search for secrets finds every mark where it is: the coordinator reads them', async ({
	freshServer: site,
}) => {
	const { internal, ofBoard } = plantMarks(site);
	const read: string[] = [];
	const items = ['thuiszitters-4', 'thuiszitters-2', 'preventie-en-toegang-2', 'algemeen-2'];
	for (const path of [
		...['', '/voortgang', ...items.map((item) => `/${item}`)].map((rest) => demo.openRound + rest),
		OFFICIAL,
		`${OFFICIAL}/besluiten`,
		demo.heldMeeting,
		`${demo.heldMeeting}/besluiten`,
		demo.nextMeeting,
	])
		read.push((await request(site, path, { who: 'coordinator' })).text);
	const all = read.join('\n');
	expect([...internal, ...ofBoard].filter((text) => !all.includes(text))).toEqual([]);
});

/** The same page as data, as Kit's own script in the browser asks for it. */
function dataOf(path: string): string {
	const [pathname = '', query] = path.split('?');
	return `${pathname.replace(/\/$/, '')}/__data.json${query ? `?${query}` : ''}`;
}

test('the search for secrets finds them where they are: an adviser reads them', async ({ site }) => {
	const secrets = secretTexts(site);
	const { text } = await request(site, `${demo.openRound}/thuiszitters-4`, { who: 'adviser' });
	expect(secrets.filter((secret) => text.includes(secret)).length).toBeGreaterThan(0);
});

for (const who of ['coordinator', 'administrator'] as const) {
	test(
		`every link that a ${who} can follow leads somewhere, and following it changes nothing`,
		{ tag: '@lang' },
		async ({ site }) => {
			test.slow();
			const before = fingerprint(site);
			const failures: string[] = [];
			const paths = await crawl(site, who, (path, { status }) => {
				if (status >= 400) failures.push(`${status} at ${path}`);
			});
			expect(paths.length).toBeGreaterThan(60);
			expect(failures).toEqual([]);
			expect(fingerprint(site)).toBe(before);
		},
	);
}
