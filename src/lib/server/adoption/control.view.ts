/** The result of checking adoptions in words, for the page of one report and for the list of all of them. Pure. */
import { count, longDate, moment, number, periodName, roundTitle } from '#lib/text/nl.ts';
import { SNAPSHOT_PART } from './adoption-file.ts';
import type { CheckedAdoption } from './check-adoption.ts';

export interface ControlView {
	href: string;
	title: string;
	/** "kwartaal 3 van 2020". */
	round: string;
	adopted: string;
	isRight: boolean;
	/** "De inhoud is nog precies zoals vastgesteld." */
	verdict: string;
	faults: string[];
	hash: string;
	/** "Opnieuw berekend op 14 januari 2021 om 09:30, over 101.579 bytes." */
	computed: string;
	/** The exact bytes that were hashed. */
	file: { href: string; name: string };
	/** With meetings that were added later: each with its code and its bytes, and last of all everything in one file. */
	added: { label: string; hash: string; href: string }[];
	together: string | null;
}

export function controlView(checked: CheckedAdoption, at: Date): ControlView {
	const { slug, period, adoptedOn, forum, hash, bytes, added, faults } = checked;
	const whole = `/rapporten/${slug}/vaststelling.json`;
	const isRight = faults.length === 0;
	return {
		href: `/rapporten/${slug}`,
		title: roundTitle(period),
		round: periodName(period).toLowerCase(),
		adopted: `Vastgesteld door het ${forum} op ${longDate(adoptedOn)}`,
		isRight,
		verdict: isRight
			? 'De inhoud is nog precies zoals vastgesteld.'
			: 'De inhoud is niet meer zoals vastgesteld. Meld dit aan uw beheerder.',
		faults,
		hash,
		computed: `Opnieuw berekend op ${moment(at)}, over ${number(bytes)} bytes.`,
		file: {
			href: added.length === 0 ? whole : `${whole}?deel=${SNAPSHOT_PART}`,
			name: `vaststelling-${slug}.json`,
		},
		added: added.map((own, index) => ({
			label: added.length === 1 ? 'Toegevoegde vergadering' : `Toegevoegde vergadering ${index + 1}`,
			hash: own,
			href: `${whole}?deel=${index + 1}`,
		})),
		together: added.length === 0 ? null : whole,
	};
}

export interface ControlListView {
	/** "7 vaststellingen: 7 goed, 0 fout." */
	figures: string;
	isRight: boolean;
	lines: (ControlView & { agenda: string })[];
}

export function controlListView(
	checked: readonly (CheckedAdoption & { agendaTitle: string })[],
	at: Date,
): ControlListView {
	const wrong = checked.filter((one) => one.faults.length > 0).length;
	return {
		figures: `${count(checked.length, 'vaststelling', 'vaststellingen')}: ${checked.length - wrong} goed, ${wrong} fout. Zojuist berekend, op ${moment(at)}.`,
		isRight: wrong === 0,
		lines: checked.map((one) => ({ ...controlView(one, at), agenda: one.agendaTitle })),
	};
}
