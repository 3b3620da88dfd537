/** A page or a download that needs a stored file: when the disk lost it, the log hears of it and the person reads what is wrong. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { LostFile } from '../files/file-store.ts';
import { noteFault } from './faults.ts';

export async function withStoredFile<T>(
	event: Pick<RequestEvent, 'locals' | 'route'>,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (failure) {
		if (!(failure instanceof LostFile)) throw failure;
		noteFault(event, failure);
		error(410, 'Dit bestand staat niet meer op de server, of is beschadigd. Vraag de beheerder om hulp.');
	}
}
