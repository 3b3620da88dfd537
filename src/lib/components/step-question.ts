/** What the page and the dialog before a formal step show. */
export interface StepQuestionView {
	/** "Peilmoment openen?" */
	title: string;
	/** What it is about: the title of the round or the meeting. */
	about: string;
	breadcrumbs: { label: string; href: string | null }[];
	/** Where the answer goes. */
	action: string;
	/** Where one goes who says no. */
	back: string;
	button: string;
	version: number;
	seen: string;
	/** What happens, who sees it and who gets a mail. */
	happens: string[];
	/** What is missing, early or undone, with names where it is about things. */
	concerns: { sentence: string; names: string[] }[];
	/** Why the step cannot be taken; null when it can. */
	blocked: { sentence: string; names: string[] } | null;
	/** A day that the step asks for. */
	day: { name: string; label: string; value: string } | null;
}
