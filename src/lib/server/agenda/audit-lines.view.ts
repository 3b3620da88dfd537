/** Who changed what, in words. Pure. */
import type { Period } from '#lib/domain/period.ts';
import { moment, periodName } from '#lib/text/nl.ts';

interface Row {
	at: Date;
	actorName: string;
	action: string;
	period: Period | null;
}

const WHAT: Record<string, string> = {
	'status.save': 'sloeg een concept op',
	'status.submit': 'diende de status in',
	'status.confirm-unchanged': 'bevestigde dat er geen wijziging is',
	'status.agree': 'gaf akkoord',
	'status.return': 'gaf de status terug',
	'status.agree-many': 'gaf akkoord',
	'status.return-many': 'gaf de status terug',
	'goal.write': 'wijzigde de doelen',
	'goal.decide': 'legde vast hoe ver de doelen zijn',
	'goal.decide-all': 'legde vast hoe ver de doelen zijn',
	'measure.save': 'wijzigde de meting',
	'item.add': 'maakte het agendapunt',
	'item.edit': 'wijzigde het agendapunt',
	'item.remove': 'archiveerde het agendapunt',
	'item.restore': 'zette het agendapunt terug',
	'action.add': 'voegde een actie toe',
	'action.edit': 'wijzigde een actie',
	'contribution.save': 'schreef een bijdrage',
	'source.add-link': 'voegde een link toe',
	'source.add-file': 'voegde een bestand toe',
	'source.remove': 'haalde een bron weg',
	'agenda.import': 'importeerde het agendapunt',
};

export function auditLines(rows: readonly Row[]): { when: string; who: string; what: string }[] {
	return rows.map(({ at, actorName, action, period }) => ({
		when: moment(at),
		who: actorName,
		what: `${WHAT[action] ?? action}${period ? ` (${periodName(period).toLowerCase()})` : ''}`,
	}));
}
