/** What the console says at the start of a program that has no platformbeheerder yet. */
import type { Runtime } from '../runtime.ts';
import { systemContext } from '../system-context.ts';
import { offerFirstStart } from './first-start.ts';

/** Says nothing in the demo, or when there is a platformbeheerder. */
export function sayFirstStart(
	{
		db,
		config,
		demo,
		now,
	}: Pick<Runtime, 'db' | 'demo' | 'now'> & { config: Pick<Runtime['config'], 'origin'> },
	say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): void {
	if (demo) return;
	const path = offerFirstStart(systemContext({ db, now: now() }, 'start van het programma'));
	if (path === null) return;
	say('Er is nog geen platformbeheerder. Maak die met deze link, die één keer werkt.');
	say('Een volgende start geeft een nieuwe link, en daarna werkt deze niet meer:');
	say(`${config.origin}${path}`);
}
