/** Memory of the server process: after its start and after everything that was measured. */
import type { Places } from './places.ts';
import type { Row } from './table.ts';

const MOST_IDLE_MB = 110;
const MOST_LOADED_MB = 300;

/** Call it last: it reads what all the rest left behind. */
export function memoryRows({ one, many, servers }: Places): Row[] {
	const own = Object.entries({ '1 regio': one, '150 regio’s': many }).flatMap(
		([name, { idleMemory, server }]) => {
			const memory = server.memory();
			return [
				{
					name: `Geheugen na de start, ${name}`,
					memory: idleMemory,
					aims: [{ text: 'onder 110 MB', reached: idleMemory < MOST_IDLE_MB }],
				},
				{
					name: `Geheugen na alle metingen, ${name}`,
					memory,
					aims: [{ text: 'onder 300 MB', reached: memory < MOST_LOADED_MB }],
				},
			];
		},
	);
	const bare = servers[0]?.memory();
	return [
		...own,
		{ name: 'Geheugen van de lege pagina na alle metingen', memory: bare, remark: 'ter vergelijking' },
	];
}
