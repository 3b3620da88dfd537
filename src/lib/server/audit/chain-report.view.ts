/** What a walk over the audit trail says in words. Pure. */
import { count, moment, number } from '#lib/text/nl.ts';
import type { BrokenRow, ChainCheck } from './chain.ts';

export interface ChainReport {
	/** Whole sentences; none means that everything is in order. */
	faults: string[];
	/** "12.345 regels van het logboek gecontroleerd in 0,1 seconden (190.000 per seconde)." */
	figures: string;
	/** To write down and keep elsewhere; null for a trail that has no chained row. */
	stamp: string | null;
}

const REASON: Record<BrokenRow['reason'], string> = {
	changed:
		'past niet bij de controlecode: de regel is veranderd, of er is een regel vóór weggehaald of tussengezet',
	'without-hash': 'heeft geen controlecode: de regel is buiten het programma om toegevoegd',
	'out-of-order': 'staat niet op de goede plaats',
};

export function chainFaults({ broken, lost, cutFrom, rows }: ChainCheck): string[] {
	const [first] = lost;
	return [
		...(broken === null
			? []
			: [
					`Het logboek klopt niet vanaf regel ${broken.id} (${moment(new Date(broken.at))}, ${broken.action}): deze regel ${REASON[broken.reason]}.`,
				]),
		...(cutFrom === null
			? []
			: [
					`Het logboek is afgekapt: er zijn regels geweest tot en met nummer ${cutFrom}, en nu zijn er ${rows}.`,
				]),
		...(first === undefined
			? []
			: [
					`Regel ${first.id} van het logboek hoort volgens een eerder stempel controlecode ${first.hash} te hebben. Die regel is er niet meer, of is vervangen.`,
				]),
	];
}

export function chainReport(check: ChainCheck, seconds: number): ChainReport {
	const speed = seconds > 0 ? Math.round(check.rows / seconds) : check.rows;
	return {
		faults: chainFaults(check),
		figures: `${count(check.rows, 'regel', 'regels')} van het logboek gecontroleerd in ${number(Math.round(seconds * 100) / 100)} seconden (${speed} per seconde).`,
		stamp: check.last && `Stempel van het logboek: regel ${check.last.id}, code ${check.last.hash}`,
	};
}
