/** The second way in which a region groups its items, such as aandachtsgebieden: what it is called and its values. */
import { EditAxisInput } from '#lib/input/agenda-editing.ts';
import { count } from '#lib/text/nl.ts';
import { command, type Authorized } from '../use-case.ts';
import { findEditSubject, updateAgenda, type EditSubject } from './agenda-editing.repo.ts';
import {
	deleteAxisValue,
	insertAxisValueOf,
	listAxisValues,
	renameAxisValue,
	type AxisValue,
} from './axis.repo.ts';
import { differenceOf, invalidField, refuseForbiddenChange, refuseStale } from './edit-rules.ts';
import type { Db } from '../db/open.ts';

export const editAxis = command({
	name: 'agenda.edit-axis',
	permission: 'agenda.manage',
	input: EditAxisInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record, nothingChanged }, { version, reason, axisName, values, added }, subject) {
		const { agenda } = subject;
		const known = listAxisValues(db, agenda.id);
		const names = known.map((one) => one.name);
		refuseStale(agenda, version, { axisName: agenda.axisName, values: names.join(', ') });
		const kept = known.map((one) => ({
			...one,
			wanted: values.find(({ id }) => id === one.id)?.name ?? one.name,
		}));
		const wanted = [...kept.map((one) => one.wanted).filter((name) => name !== ''), ...added];
		const before = { axisName: agenda.axisName, values: names };
		const difference = differenceOf(before, { axisName, values: wanted }, reason);
		if (!difference) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		refuseImpossible(axisName, kept, wanted);
		write(db, subject, kept, added);
		updateAgenda(db, subject, { axisName });
		record({ entity: 'agenda', entityId: agenda.id, ...difference });
	},
});

type Kept = AxisValue & { wanted: string };

function refuseImpossible(axisName: string, kept: readonly Kept[], wanted: readonly string[]): void {
	if (axisName === '' && wanted.length > 0)
		throw invalidField('axisName', 'Geef de tweede indeling een naam, zoals Aandachtsgebied.');
	if (new Set(wanted.map((name) => name.toLowerCase())).size < wanted.length)
		throw invalidField('added', 'Elke waarde mag maar één keer voorkomen. Haal de dubbele weg.');
	if (wanted.some((name) => name.length > 100))
		throw invalidField('added', 'Een waarde is te lang: maak er hoogstens 100 tekens van.');
	const used = kept.find((one) => one.wanted === '' && one.items > 0);
	if (used) {
		const items = count(used.items, 'agendapunt', 'agendapunten');
		throw invalidField(
			`waarde-${used.id}`,
			`“${used.name}” hoort nog bij ${items}. Haal die waarde daar eerst weg, of geef de waarde een andere naam.`,
		);
	}
}

/** Names are moved out of the way first, so that two values can swap names. */
function write(
	db: Db,
	subject: Authorized<EditSubject>,
	kept: readonly Kept[],
	added: readonly string[],
): void {
	for (const { id, wanted } of kept) {
		if (wanted === '') deleteAxisValue(db, subject, id);
		else renameAxisValue(db, subject, id, `\u0000${id}`);
	}
	for (const { id, wanted } of kept) if (wanted !== '') renameAxisValue(db, subject, id, wanted);
	for (const [index, name] of added.entries())
		insertAxisValueOf(db, subject, subject.agenda.id, { name, position: kept.length + index });
}
