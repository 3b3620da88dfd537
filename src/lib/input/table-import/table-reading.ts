/** A table that was read before, so that a use case need not: a class, since no form can send one. */
import type { AgendaTable } from './read-agenda-table.ts';

export class TableReading {
	readonly table: AgendaTable;

	constructor(table: AgendaTable) {
		this.table = table;
	}
}
