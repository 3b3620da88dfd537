/** Whether somebody may be typing somewhere: a script never takes the focus away from such a field. */
export function isTextField(element: Element | null): boolean {
	if (element === null || element.matches('input[type="radio"], input[type="checkbox"]')) return false;
	return element.matches('input, textarea, [contenteditable]');
}
