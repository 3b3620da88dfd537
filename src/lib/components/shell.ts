/** What the layout needs to know on every page; filled in by src/routes/+layout.server.ts. */
export interface Shell {
	navigation: { href: string; label: string; current: boolean }[];
	who: { role: string; organisation: string; region: string; name: string } | null;
	/** The example-data line on top of the page. */
	notice: string | null;
	demo: boolean;
}
