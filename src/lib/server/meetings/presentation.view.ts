/** The meeting on the screen in the room: one thing per screen, each with an address of its own. Pure. */
import type { HeadlinePart } from '../agenda/overview-totals.view.ts';
import type { DecisionView } from './decision.view.ts';
import type { EntryView } from './meeting-entry.view.ts';
import type { ThemeLook } from './meeting-theme.view.ts';
import { meetingView, type MeetingView } from './meeting.view.ts';
import type { MeetingPage } from './view-meeting.ts';

export type Screen =
	| {
			kind: 'start';
			title: string;
			parts: HeadlinePart[];
			moves: { count: string; text: string }[];
			heading: string;
	  }
	| { kind: 'theme'; title: string; theme: ThemeLook }
	| { kind: 'open'; title: string; decisions: DecisionView[] }
	| { kind: 'entry'; title: string; entry: EntryView }
	| { kind: 'decisions'; title: string; decisions: DecisionView[]; whole: MeetingView['whole'] };

export interface PresentationView {
	title: string;
	meetingTitle: string;
	/** "2 van 9". */
	place: string;
	counter: number;
	liveHref: string;
	href: string;
	/** The address of this screen. */
	self: string;
	previous: string | null;
	next: string | null;
	screen: Screen;
}

/** `asked` counts from 1; anything that is no screen becomes the nearest one. */
export function presentationView(page: MeetingPage, asked: number): PresentationView {
	const view = meetingView(page);
	const screens = screensOf(view, page);
	const index = Math.max(0, Math.min(screens.length - 1, Number.isInteger(asked) ? asked - 1 : 0));
	const screen = screens[index] ?? closing(view, page);
	const { href, title } = view.frame;
	const at = (place: number) =>
		place < 0 || place >= screens.length ? null : `${href}/presentatie?scherm=${place + 1}`;
	return {
		title: screen.title,
		meetingTitle: title,
		place: `${index + 1} van ${screens.length}`,
		counter: view.counter,
		href,
		liveHref: `${href}/live`,
		self: `${href}/presentatie?scherm=${index + 1}`,
		previous: at(index - 1),
		next: at(index + 1),
		screen,
	};
}

function screensOf(view: MeetingView, page: MeetingPage): Screen[] {
	return [
		{
			kind: 'start',
			title: view.frame.title,
			heading: view.moves?.heading ?? view.frame.subtitle,
			parts: view.headline?.parts ?? [],
			moves: (view.moves?.sentences ?? []).map(({ count, text }) => ({ count, text })),
		},
		...view.themes.map((theme): Screen => ({ kind: 'theme', title: theme.name, theme })),
		...(view.open.length > 0
			? [{ kind: 'open' as const, title: 'Nog open van vorige keer', decisions: view.open }]
			: []),
		...view.discuss.map((entry): Screen => ({ kind: 'entry', title: entry.title, entry })),
		closing(view, page),
	];
}

function closing(view: MeetingView, page: MeetingPage): Screen {
	const inEntries = [...view.discuss, ...view.formality].flatMap((entry) => entry.decisions);
	const known = new Map([...inEntries, ...view.decisions].map((one) => [one.id, one]));
	return {
		kind: 'decisions',
		title: 'Besluiten',
		whole: view.whole,
		decisions: page.decisions.flatMap(({ id }) => known.get(id) ?? []),
	};
}
