/** Whether this person may add a file here now: asked before anything is written to the disk. */
import { CheckFileInput } from '#lib/input/sources.ts';
import { query } from '../use-case.ts';
import { refuseNoRoom } from './source-rules.ts';
import { findSourcesSubject } from './sources.repo.ts';

export const checkFile = query({
	name: 'source.check-file',
	permission: 'status.write',
	input: CheckFileInput,
	subject: ({ db }, input) => findSourcesSubject(db, input),
	run(context, input, subject): void {
		refuseNoRoom(context, subject);
		context.house.guard({ schema: CheckFileInput, input, raw: input, standing: {}, now: context.now });
	},
});
