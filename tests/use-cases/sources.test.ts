/** What a status is based on: who adds and takes away, who sees it, and that a row never points to a file that is not there. */
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { MOST_SOURCES } from '#lib/domain/source.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { auditOf } from '../support/thing-trail.ts';
import { item, source, status, statusRound, storedFile } from '#lib/server/db/schema.ts';
import { fileShelf } from '#lib/server/files/file-shelf.ts';
import { LostFile, placeOf, readStoredFile, storeFile } from '#lib/server/files/file-store.ts';
import { listStoredFiles } from '#lib/server/files/files.repo.ts';
import { findMissing, findOrphans } from '#lib/server/files/find-orphans.ts';
import { addLink } from '#lib/server/sources/add-link.ts';
import { listItemSources, listSources } from '#lib/server/sources/list-sources.ts';
import { openFile } from '#lib/server/sources/open-file.ts';
import { removeSource } from '#lib/server/sources/remove-source.ts';
import { fileSizeWords, itemSourcesView, sourcesView } from '#lib/server/sources/sources.view.ts';
import { uploadFile } from '#lib/server/sources/upload-file.ts';
import { addFileRow, addLinkRow } from '../support/examples-partners.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { pdfBytes, programBytes, uploadOf } from '../support/upload-files.ts';
import { ITEM, makeWorld, type Who, type World } from '../support/world.ts';

const workplace = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(workplace, { recursive: true }));
let folders = 0;
const newFolder = () => join(workplace, String((folders += 1)));

const at = ({ home }: World, name: string = ITEM.untouched) => ({ round: home.rounds.open, item: name });
const link = (world: World, who: Who, fields: Record<string, string> = {}) =>
	addLink(world.as(who), { ...at(world), title: 'Verslag', url: 'https://www.voorbeeld.nl/a', ...fields });
const upload = (world: World, folder: string, bytes = pdfBytes(), name = 'Verslag één.pdf') =>
	uploadFile(world.as('adviser'), folder, at(world), uploadOf(bytes, name));
const setRound = (world: World, state: 'closed' | 'adopted') =>
	world.db.update(statusRound).set({ state }).where(eq(statusRound.slug, world.home.rounds.open)).run();
const files = (world: World) => world.db.select().from(storedFile).all();
const LATER = new Date('2100-01-01');

describe('a link', () => {
	test('is kept as it leads, shown with its site, and told in the audit trail', () => {
		const world = makeWorld();
		link(world, 'adviser', { title: '<script>alert(1)</script>', url: 'www.voorbeeld.nl/a?b' });
		const view = sourcesView(listSources(world.as('coordinator'), at(world)));
		expect(view).toMatchObject({ mayWrite: true, mayAdd: true });
		expect(view.lines).toMatchObject([
			{
				title: '<script>alert(1)</script>',
				href: 'https://www.voorbeeld.nl/a?b',
				isLink: true,
				about: 'www.voorbeeld.nl',
				added: expect.stringContaining('op 14 januari 2021 om 10:30'),
			},
		]);
		const row = world.db.select().from(item).orderBy(item.id).get();
		const [last] = auditOf(world.db, 'item', row?.id ?? 0, 1);
		expect(last).toMatchObject({ action: 'source.add-link', after: { url: 'https://www.voorbeeld.nl/a?b' } });
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', 'https://bank.nl@kwaad.example/', ''])(
		'to %j is refused with a sentence at its field',
		(url) => {
			const world = makeWorld();
			const refusal = refusalOf(() => link(world, 'adviser', { url }));
			expect(refusal.code).toBe('invalid');
			expect(refusal.detail.fields?.['url']).toMatch(/^(Dit is geen adres|Vul het adres)/);
			expect(world.db.select().from(source).all()).toEqual([]);
		},
	);

	test.each(['planned', 'closed', 'adopted'] as const)('in a round that is %s is refused', (round) => {
		const world = makeWorld();
		const refusal = refusalOf(() => link(world, 'coordinator', { round: world.home.rounds[round] }));
		expect(refusal.code).toBe('wrong-state');
	});

	test(`comes as far as ${MOST_SOURCES}, and one that is taken away makes room`, () => {
		const world = makeWorld();
		const ids = Array.from({ length: MOST_SOURCES }, () => addLinkRow(world, at(world)));
		expect(refusalOf(() => link(world, 'adviser')).message).toMatch(/al 20 bronnen/);
		removeSource(world.as('adviser'), { ...at(world), source: ids[0], version: 1 });
		link(world, 'adviser');
		expect(listSources(world.as('adviser'), at(world)).sources).toHaveLength(MOST_SOURCES);
	});
});

describe('taking a source away', () => {
	test('hides it and keeps its row and its file', () => {
		const world = makeWorld();
		const { fileId, sourceId } = addFileRow(world, at(world));
		removeSource(world.as('adviser'), { ...at(world), source: sourceId, version: 1 });
		expect(listSources(world.as('adviser'), at(world)).sources).toEqual([]);
		expect(refusalOf(() => openFile(world.as('coordinator'), { file: fileId })).code).toBe('not-found');
		expect(listStoredFiles(world.db)).toHaveLength(1);
	});

	test('twice is a conflict the second time, and after the round it is refused', () => {
		const world = makeWorld();
		const [one, two] = [addLinkRow(world, at(world)), addLinkRow(world, at(world))];
		const remove = (id: number) =>
			removeSource(world.as('adviser'), { ...at(world), source: id, version: 1 });
		remove(one);
		expect(refusalOf(() => remove(one)).code).toBe('conflict');
		setRound(world, 'closed');
		expect(refusalOf(() => remove(two)).code).toBe('wrong-state');
	});

	test('of another status or another region is refused as something that does not exist', () => {
		const world = makeWorld();
		const id = addLinkRow(world, at(world, ITEM.submitted));
		expect(
			refusalOf(() => removeSource(world.as('adviser'), { ...at(world), source: id, version: 1 })).code,
		).toBe('not-found');
		const away = { round: world.away.rounds.open, item: ITEM.untouched, source: id, version: 1 };
		expect(refusalOf(() => removeSource(world.as('adviser', 'away'), away)).code).toBe('not-found');
	});
});

describe('who sees a source', () => {
	const sees = (world: World, who: Who, fileId: number) => {
		const shown = itemSourcesView(
			listItemSources(world.as(who), { agenda: world.home.agenda, item: ITEM.submitted }),
		);
		const opens = (() => {
			try {
				return openFile(world.as(who), { file: fileId }).name === 'verslag.pdf';
			} catch {
				return false;
			}
		})();
		expect((shown['2020-K4'] ?? []).length > 0, 'the page and the file agree').toBe(opens);
		return opens;
	};

	test('follows the status: the REA at once, the board after closing, readers after adoption', () => {
		const world = makeWorld();
		const { fileId } = addFileRow(world, at(world, ITEM.submitted));
		const seenBy = () =>
			(['administrator', 'coordinator', 'otherAdviser', 'board', 'reader'] as const).filter((who) =>
				sees(world, who, fileId),
			);
		const rea = ['administrator', 'coordinator', 'otherAdviser'];
		expect(seenBy()).toEqual(rea);
		setRound(world, 'closed');
		expect(seenBy(), 'closed, but the REA did not agree').toEqual(rea);
		world.db.update(status).set({ state: 'agreed' }).where(eq(status.state, 'submitted')).run();
		expect(seenBy()).toEqual([...rea, 'board']);
		setRound(world, 'adopted');
		expect(seenBy()).toEqual([...rea, 'board', 'reader']);
	});

	test('is nobody of another region, and who added it is for the REA', () => {
		const world = makeWorld();
		const { fileId } = addFileRow(world, { round: world.home.rounds.adopted, item: ITEM.untouched });
		for (const who of ['coordinator', 'board', 'reader'] as const)
			expect(refusalOf(() => openFile(world.as(who, 'away'), { file: fileId })).code).toBe('not-found');
		expect(refusalOf(() => openFile(world.as('platform'), { file: fileId })).code).toBe('not-found');
		expect(refusalOf(() => openFile(world.as('anonymous'), { file: fileId })).code).toBe('not-signed-in');
		const [shown] = listItemSources(world.as('board'), { agenda: world.home.agenda, item: ITEM.untouched });
		expect(shown).toMatchObject({ title: 'Verslag', authorName: null });
	});
});

describe('adding a file', () => {
	test('stores the content under its hash and keeps the name only to show', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const id = await upload(world, folder, pdfBytes('a'), '../\u202e"één".pdf');
		const { name, type, hash } = openFile(world.as('coordinator'), { file: id });
		expect({ name, type }).toEqual({ name: 'één.pdf', type: 'application/pdf' });
		expect(hash).toBe(sha256(pdfBytes('a')));
		expect(placeOf(folder, hash)).toBe(join(folder, hash.slice(0, 2), hash));
		expect(new Uint8Array(await readStoredFile(folder, hash))).toEqual(pdfBytes('a'));
		expect(await findOrphans(world.db, folder, LATER)).toEqual([]);
	});

	test('twice with the same content stores it once', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		await upload(world, folder);
		await upload(world, folder, pdfBytes(), 'Ander.pdf');
		expect(files(world).map((file) => file.name)).toEqual(['Verslag één.pdf', 'Ander.pdf']);
		expect(listStoredFiles(world.db)).toEqual([{ hash: sha256(pdfBytes()), size: pdfBytes().length }]);
	});

	test.each([
		['who may not write here', 'otherAdviser', {}, pdfBytes(), 'forbidden'],
		['who only reads', 'board', {}, pdfBytes(), 'forbidden'],
		['in a round that is closed', 'coordinator', { round: 'closed' }, pdfBytes(), 'wrong-state'],
		['with a title that is too long', 'adviser', { fileTitle: 'a'.repeat(201) }, pdfBytes(), 'invalid'],
		['that is a program', 'adviser', {}, programBytes(), 'invalid'],
	] as const)('%s writes nothing, not even on the disk', async (_what, who, fields, bytes, code) => {
		const [world, folder] = [makeWorld(), newFolder()];
		const round = 'round' in fields ? world.home.rounds[fields.round] : world.home.rounds.open;
		const refusal = await refusalOfAsync(() =>
			uploadFile(world.as(who), folder, { ...at(world), ...fields, round }, uploadOf(bytes, 'a.pdf')),
		);
		expect(refusal.code).toBe(code);
		expect(existsSync(folder)).toBe(false);
		expect(files(world)).toEqual([]);
	});

	test('without choosing one, or of more than 10 MB, says so without reading it', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const unread = {
			name: 'a.pdf',
			size: 11_000_000,
			arrayBuffer: () => Promise.reject(new Error('was read')),
		};
		for (const [file, sentence] of [
			[null, /^Kies een bestand/],
			[unread, /hoogstens 10 MB/],
		] as const) {
			const refusal = await refusalOfAsync(() => uploadFile(world.as('adviser'), folder, at(world), file));
			expect(refusal.detail.fields?.['bestand']).toMatch(sentence);
		}
	});
});

describe('whatever breaks while a file is added', () => {
	test('the content is whole on the disk before the row is written', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const seen: number[] = [];
		await uploadFile(
			...([world.as('adviser'), folder, at(world), uploadOf(pdfBytes(), 'a.pdf')] as const),
			async (...given) => {
				const hash = await storeFile(...given);
				seen.push((await readFile(placeOf(folder, hash))).length, files(world).length);
				return hash;
			},
		);
		expect(seen).toEqual([pdfBytes().length, 0]);
		expect(files(world)).toHaveLength(1);
	});

	test('a disk that fails leaves no row', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const failing = () => Promise.reject(new Error('no space left'));
		const adding = uploadFile(world.as('adviser'), folder, at(world), uploadOf(pdfBytes(), 'a.pdf'), failing);
		await expect(adding).rejects.toThrow('no space left');
		expect(files(world)).toEqual([]);
		expect(world.db.select().from(source).all()).toEqual([]);
	});

	test('a row that is refused after all leaves an orphan, which is named later and does no harm', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const refusal = await refusalOfAsync(() =>
			uploadFile(
				...([world.as('adviser'), folder, at(world), uploadOf(pdfBytes(), 'a.pdf')] as const),
				async (...given) => {
					setRound(world, 'closed');
					return storeFile(...given);
				},
			),
		);
		expect(refusal.code).toBe('wrong-state');
		expect(await findOrphans(world.db, folder, LATER)).toEqual([placeOf(folder, sha256(pdfBytes()))]);
		expect(await findMissing(world.db, folder)).toEqual([]);
	});

	test('an unfinished file is an orphan, and a young one is left in peace', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const hash = await storeFile(folder, pdfBytes(), world.now);
		const unfinished = join(folder, hash.slice(0, 2), 'half.onaf');
		writeFileSync(unfinished, '%PDF');
		const young = new Date(LATER.getTime() - 60_000);
		utimesSync(placeOf(folder, hash), young, young);
		expect(await findOrphans(world.db, folder, LATER)).toEqual([unfinished]);
		utimesSync(unfinished, young, young);
		expect(await findOrphans(world.db, folder, LATER)).toEqual([]);
	});

	test('a file that got damaged is never sent, and is made whole when it is added again', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		await upload(world, folder);
		const hash = sha256(pdfBytes());
		writeFileSync(placeOf(folder, hash), 'damaged');
		const reading = readStoredFile(folder, hash);
		await expect(reading).rejects.toThrow('is damaged');
		await expect(reading).rejects.toBeInstanceOf(LostFile);
		await upload(world, folder);
		expect(new Uint8Array(await readStoredFile(folder, hash))).toEqual(pdfBytes());
	});

	test('a file that is gone is named', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		await upload(world, folder);
		rmSync(folder, { recursive: true });
		expect(await findMissing(world.db, folder)).toEqual(listStoredFiles(world.db));
		await expect(readStoredFile(folder, sha256(pdfBytes()))).rejects.toBeInstanceOf(LostFile);
		expect(await findOrphans(world.db, folder, LATER)).toEqual([]);
	});

	test('all of them can be copied to another place at once, and only what is whole', async () => {
		const [world, folder, other] = [makeWorld(), newFolder(), newFolder()];
		await upload(world, folder);
		await upload(world, folder, pdfBytes('two'));
		const [from, to] = [fileShelf(folder, LATER), fileShelf(other, LATER)];
		expect(await to.list()).toEqual([]);
		const hashes = await from.list();
		expect(hashes).toEqual(
			listStoredFiles(world.db)
				.map(({ hash }) => hash)
				.sort(),
		);
		writeFileSync(join(folder, hashes[0]?.slice(0, 2) ?? '', 'half.onaf'), '%PDF');
		expect(await from.list()).toEqual(hashes);
		for (const hash of hashes) await to.write((await from.read(hash)) ?? Buffer.alloc(0));
		expect(await findMissing(world.db, other)).toEqual([]);
		expect(await findOrphans(world.db, other, LATER)).toEqual([]);
		expect(await to.read('00'.repeat(32))).toBeNull();
	});

	test('nothing but a hash is ever a place on the disk', () => {
		expect(() => placeOf('x', '../../etc/passwd')).toThrow('no hash');
	});
});

test.each([
	[1, '1 kB'],
	[348_160, '340 kB'],
	[1024 * 1024, '1 MB'],
	[1_300_000, '1,2 MB'],
])('a file of %i bytes reads as %s', (bytes, words) => {
	expect(fileSizeWords(bytes)).toBe(words);
});
