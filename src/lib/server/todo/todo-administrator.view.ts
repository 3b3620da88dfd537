/** What a beheerder has to do: mail that did not go out, people who cannot sign in, organisations without anybody. Pure. */
import { dayOf } from '#lib/domain/day.ts';
import { count, number } from '#lib/text/nl.ts';
import type { TodoFacts } from './list-todo.ts';
import type { Task } from './todo.view.ts';

export function administratorTasks({ mail, withoutPassword, unstaffed }: TodoFacts): Task[] {
	const since = mail.since && dayOf(mail.since);
	const post = { href: '/beheer/post', since, by: null, regionId: null };
	return [
		...(mail.wrong > 0
			? [
					{
						...post,
						sentence: `${count(mail.wrong, 'mail is', 'mails zijn')} niet of misschien niet verstuurd`,
					},
				]
			: []),
		...(mail.kept > 0
			? [
					{
						...post,
						sentence: `${count(mail.kept, 'mail is', 'mails zijn')} bewaard in plaats van verstuurd: er is geen mailserver`,
					},
				]
			: []),
		...withoutPassword.map(({ people, since, regionId }) => ({
			sentence: `${number(people)} ${people === 1 ? 'persoon heeft' : 'mensen hebben'} nog geen wachtwoord ingesteld`,
			href: '/beheer',
			since: since && dayOf(since),
			by: null,
			regionId,
		})),
		...unstaffed.map(({ name, items, regionId }) => ({
			sentence: `${name} is trekker van ${count(items, 'punt', 'punten')}, maar heeft geen beleidsadviseur`,
			href: '/beheer',
			since: null,
			by: null,
			regionId,
		})),
	];
}
