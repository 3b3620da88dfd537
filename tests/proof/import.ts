/** `npm run proof:import`: feeds 10,000 damaged files to the table import and prints what became of them. */
import { runImports } from './run-imports.ts';

const RUNS = 10_000;

/** A first argument is another number of runs. The program ends with 1 when one run crashed or wrote a part. */
export async function main([runs]: string[]): Promise<void> {
	const started = performance.now();
	const figures = await runImports(Number(runs ?? RUNS), (run) =>
		console.log(`${run} bestanden geprobeerd.`),
	);
	const seconds = Math.round((performance.now() - started) / 1000);
	console.log(`\nBeschadigde bestanden   ${figures.runs} in ${seconds} seconden`);
	console.log(`Geïmporteerd            ${figures.imported}`);
	console.log(`Geweigerd met een zin   ${figures.refused}`);
	console.log(
		`Vastgelopen             ${figures.crashes.length} (moet 0 zijn) ${figures.crashes.slice(0, 10).join(', ')}`,
	);
	console.log(
		`Half geschreven         ${figures.partialWrites.length} (moet 0 zijn) ${figures.partialWrites.slice(0, 10).join(', ')}`,
	);
	console.log(`Traagste bestand        ${Math.round(figures.slowestMilliseconds)} ms`);
	console.log(`Meeste geheugen         ${Math.round(figures.peakMegabytes)} MB`);
	if (figures.crashes.length > 0 || figures.partialWrites.length > 0) process.exitCode = 1;
}
