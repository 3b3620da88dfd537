/** What the page of the audit trail shows; filled in by src/lib/server/audit/log.view.ts. */

export interface LogValue {
	label: string;
	/** Null where there was nothing before, or nothing after. */
	from: string | null;
	to: string | null;
}

export interface LogLine {
	id: number;
	/** "14.32". */
	time: string;
	/** "14 januari 2021 om 14.32". */
	when: string;
	sentence: string;
	isRefusal: boolean;
	kind: string;
	values: LogValue[];
	/** To see only rows about the same thing; null when there is nothing more to say. */
	same: string | null;
	hash: string | null;
	requestId: string | null;
}

export interface LogView {
	title: string;
	region: string;
	regions: { value: string; label: string }[];
	filter: { van: string; tot: string; wie: string; soort: string; over: string };
	kinds: { value: string; label: string }[];
	/** In words, when the rows are about one thing only. */
	about: string | null;
	days: { day: string; lines: LogLine[] }[];
	older: string | null;
	newest: string | null;
	isFiltered: boolean;
	files: { csv: string; jsonl: string };
}
