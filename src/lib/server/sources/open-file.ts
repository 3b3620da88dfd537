/** One stored file for whoever sees the status that it belongs to; to everybody else it does not exist. */
import { sightOf } from '#lib/domain/access.ts';
import { isSourceVisible } from '#lib/domain/source.ts';
import { FileRef } from '#lib/input/sources.ts';
import { query } from '../use-case.ts';
import { findFileSubject } from './sources.repo.ts';

export const openFile = query({
	name: 'file.open',
	permission: 'adopted.read',
	input: FileRef,
	subject({ db, actor }, input) {
		const found = findFileSubject(db, input.file);
		if (!found || actor.kind !== 'person') return found;
		const sight = sightOf(actor, found.regionId);
		return sight !== null && isSourceVisible(sight, found.round, found.status) ? found : null;
	},
	run(_context, _input, { file }) {
		const { hash, name, type } = file;
		return { hash, name, type };
	},
});
