/** Watches every page of a browser context: an error in the console, in a script or of the server fails the test. */
import type { BrowserContext } from '@playwright/test';

/** Chromium also writes the status of a refused form or a missing page; the test itself says what it expects there. */
const REFUSED_DOCUMENT = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Problems so far; a refused security policy is among the errors of the console. */
export function watch(context: BrowserContext): string[] {
	const problems: string[] = [];
	const documents = new Set<string>();
	context.on('response', (response) => {
		const isDocument = response.request().resourceType() === 'document';
		if (isDocument) documents.add(response.url());
		if (response.status() >= (isDocument ? 500 : 400))
			problems.push(`${response.status()} at ${response.url()}`);
	});
	context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
	context.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		if (REFUSED_DOCUMENT.test(message.text()) && documents.has(message.location().url)) return;
		problems.push(`console: ${message.text()}`);
	});
	return problems;
}
