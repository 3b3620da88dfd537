/**
 * What a page shows but no script reads. Kit writes the result of every server `load` a second time, as JavaScript for
 * the browser, also for a page that has no scripts: for the overview that took a third of the time of the request.
 */
const rendered = new WeakSet<object>();

/** Marks what a load of a page without scripts returns. A script that asks for it (`__data.json`) still gets it whole. */
export function renderedOnly<Data extends object>(event: { isDataRequest: boolean }, data: Data): Data {
	if (!event.isDataRequest) rendered.add(data);
	return data;
}

export function isRenderedOnly(data: unknown): boolean {
	return typeof data === 'object' && data !== null && rendered.has(data);
}
