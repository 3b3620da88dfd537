/** Options behind an npm command, such as `--keer 20`. */

/** The number after the option, or what it is without; throws when it is no number above 0. */
export function numberOption(args: readonly string[], name: string, otherwise: number): number {
	const at = args.indexOf(name);
	if (at === -1) return otherwise;
	const number = Number(args[at + 1]);
	if (!Number.isFinite(number) || number <= 0)
		throw new Error(`Zet een getal achter ${name}, zoals ${name} 3.`);
	return number;
}
