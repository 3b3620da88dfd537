/** Dragging the rows of a list to another place. Only a help: every list that uses it has buttons that do the same. */

/** For `{@attach}` on a list; tells which row (its data-name) was dropped on which place, from 0. */
export function dragOrder(onMove: (name: string, to: number) => void): (list: HTMLElement) => () => void {
	return (list) => {
		let dragged: HTMLElement | null = null;
		const rows = () =>
			[...list.children].filter(
				(row): row is HTMLElement => row instanceof HTMLElement && row.dataset['name'] !== undefined,
			);
		const rowOf = (event: Event) =>
			rows().find((row) => event.target instanceof Node && row.contains(event.target)) ?? null;
		const clear = () => rows().forEach((row) => row.classList.remove('dragged', 'drop-here'));

		const start = (event: DragEvent) => {
			const row = rowOf(event);
			if (!row || event.target !== row) return;
			dragged = row;
			row.classList.add('dragged');
			event.dataTransfer?.setData('text/plain', row.dataset['name'] ?? '');
			if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
		};
		const over = (event: DragEvent) => {
			const row = rowOf(event);
			if (!dragged || !row) return;
			event.preventDefault();
			rows().forEach((one) => one.classList.toggle('drop-here', one === row && one !== dragged));
		};
		const drop = (event: DragEvent) => {
			const row = rowOf(event);
			if (!dragged || !row) return;
			event.preventDefault();
			const [name, to] = [dragged.dataset['name'], rows().indexOf(row)];
			if (name !== undefined && row !== dragged) onMove(name, to);
		};
		const end = () => {
			dragged = null;
			clear();
		};

		for (const row of rows()) row.draggable = true;
		list.classList.add('draggable');
		list.addEventListener('dragstart', start);
		list.addEventListener('dragover', over);
		list.addEventListener('drop', drop);
		list.addEventListener('dragend', end);
		return () => {
			list.removeEventListener('dragstart', start);
			list.removeEventListener('dragover', over);
			list.removeEventListener('drop', drop);
			list.removeEventListener('dragend', end);
		};
	};
}
