/** Every door there really is: read from the routes, with their methods and the names of their forms. */

interface Room {
	actions?: Record<string, unknown>;
	[name: string]: unknown;
}

const PAGES = import.meta.glob<Room>('../../src/routes/**/+page.server.ts', { eager: true });
const SERVERS = import.meta.glob<Room>('../../src/routes/**/+server.ts', { eager: true });
const VIEWS = import.meta.glob('../../src/routes/**/+page.svelte', { query: '?raw' });
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function foundDoors(): string[] {
	const pages = [...Object.keys(PAGES), ...Object.keys(VIEWS)].map((file) => `GET ${routeOf(file)}`);
	const forms = Object.entries(PAGES).flatMap(([file, { actions }]) =>
		Object.keys(actions ?? {}).map((name) => `POST ${routeOf(file)}?/${name}`),
	);
	const servers = Object.entries(SERVERS).flatMap(([file, room]) =>
		METHODS.filter((method) => method in room).map((method) => `${method} ${routeOf(file)}`),
	);
	return [...new Set([...pages, ...forms, ...servers])].sort();
}

function routeOf(file: string): string {
	return file.replace(/^.*src\/routes/, '').replace(/\/\+[\w.]+$/, '') || '/';
}
