/** One good input per use case, about the home region. What it needs beyond the ordinary world, it adds to that world. */
import { eq } from 'drizzle-orm';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { status, user } from '#lib/server/db/schema.ts';
import { ADOPTION_EXAMPLES } from './examples-adoption.ts';
import { AGENDA_EXAMPLES } from './examples-agenda.ts';
import { AUDIT_EXAMPLES } from './examples-audit.ts';
import { EDITING_EXAMPLES } from './examples-editing.ts';
import { LETTER_EXAMPLES } from './examples-letters.ts';
import { LETTERHEAD_EXAMPLES } from './examples-letterheads.ts';
import { WORKBENCH_EXAMPLES } from './examples-workbench.ts';
import { MAIL_EXAMPLES } from './examples-mail.ts';
import { OPERATIONS_EXAMPLES } from './examples-operations.ts';
import { PARTNER_EXAMPLES } from './examples-partners.ts';
import { MEETING_EXAMPLES } from './examples-meetings.ts';
import { ORGANISATION_EXAMPLES } from './examples-organisations.ts';
import { INVITATION_EXAMPLES } from './examples-invitations.ts';
import { PEOPLE_EXAMPLES } from './examples-people.ts';
import { ROUND_EXAMPLES } from './examples-rounds.ts';
import { SINGLE_SIGN_ON_EXAMPLES } from './examples-single-sign-on.ts';
import { SIGN_IN_EXAMPLES } from './examples-sign-in.ts';
import { answerTo } from './formal-steps.ts';
import { emailOf, ITEM, type World } from './world.ts';

export type Example = (world: World) => unknown;

const untouched = ({ home }: World) => ({ round: home.rounds.open, item: ITEM.untouched, version: 0 });
const submitted = ({ home }: World) => ({ round: home.rounds.open, item: ITEM.submitted, version: 1 });
const agendaFile = (region: string) => ({
	region: '',
	text: JSON.stringify({
		regio: { id: region, naam: 'Regio', ambtelijk_overleg: 'REA', bestuurlijk_overleg: 'OOGO' },
		agendas: {
			nieuw: {
				id: `${region}-2023-2026`,
				titel: 'De volgende agenda',
				themas: [],
				looptijd: { van: 2023, tot_en_met: 2026 },
			},
		},
	}),
});

/** Cells as they come from a spreadsheet. */
const pastedTable = (region: string) => ({
	region,
	pasted: 'thema\tnr\tagendapunt\tstatus\nPreventie\t1\tInloopspreekuur\tgroen',
	period: '2023-K1',
	title: 'De volgende agenda',
	startYear: '2023',
	endYear: '2026',
	cadence: 'quarter',
});

export const EXAMPLES: Record<string, Example> = {
	...ADOPTION_EXAMPLES,
	...AGENDA_EXAMPLES,
	...AUDIT_EXAMPLES,
	...EDITING_EXAMPLES,
	...LETTER_EXAMPLES,
	...WORKBENCH_EXAMPLES,
	...MAIL_EXAMPLES,
	...OPERATIONS_EXAMPLES,
	...PARTNER_EXAMPLES,
	...MEETING_EXAMPLES,
	...ORGANISATION_EXAMPLES,
	...ROUND_EXAMPLES,
	...SINGLE_SIGN_ON_EXAMPLES,
	...SIGN_IN_EXAMPLES,
	...INVITATION_EXAMPLES,
	...PEOPLE_EXAMPLES,
	...LETTERHEAD_EXAMPLES,
	'account.memberships': () => ({}),
	'agenda.evaluation': ({ home }) => ({ agenda: home.agenda }),
	'agenda.import': ({ home }) => agendaFile(home.region),
	'agenda.import-table': ({ home }) => pastedTable(home.region),
	'agenda.item': ({ home }) => ({ agenda: home.agenda, item: ITEM.untouched }),
	'agenda.list': () => ({}),
	'agenda.list-import-regions': () => ({}),
	'agenda.overview': ({ home }) => ({ agenda: home.agenda, detail: 'full' }),
	'agenda.preview-import': ({ home }) => agendaFile(home.region),
	'agenda.prepare-table': ({ home }) => pastedTable(home.region),
	'agenda.preview-table': ({ home }) => pastedTable(home.region),
	'agenda.table-template': ({ home }) => ({ region: home.region, agenda: home.agenda }),
	'auth.set-password': (world) => ({ token: linkToken(world), passwordHash: '$argon2id$' }),
	'auth.view-password-link': (world) => ({ token: linkToken(world) }),
	'goal.decide': ({ home }) => ({
		agenda: home.agenda,
		item: ITEM.untouched,
		version: 1,
		state: 'discussed',
		decidedOn: '2021-01-13',
	}),
	'goal.decide-all': ({ home }) => ({
		agenda: home.agenda,
		state: 'adopted',
		decidedOn: '2021-01-13',
		seen: `${ITEM.untouched}:1`,
	}),
	'goal.list': ({ home }) => ({ agenda: home.agenda }),
	'goal.view': ({ home }) => ({ agenda: home.agenda, item: ITEM.untouched }),
	'goal.write': ({ home }) => ({
		agenda: home.agenda,
		item: ITEM.untouched,
		version: 1,
		reason: 'Het doel was te vaag.',
		rood: 'a',
		oranje: 'b',
		groen: 'c',
		donkergroen: 'd',
	}),
	'measure.save': ({ home }) => ({
		agenda: home.agenda,
		item: ITEM.untouched,
		version: 0,
		unit: '%',
		direction: 'up',
		rood: '',
		oranje: '50',
		groen: '75',
		donkergroen: '95',
	}),
	'platform.make-first-administrator': () => ({ email: 'platform@voorbeeld.example' }),
	'platform.make-region': () => ({
		name: 'Nieuwe regio',
		officialForum: 'REA',
		boardForum: 'OOGO',
		organisation: 'Gemeente Cee',
		administratorName: 'Beheerder',
		administratorEmail: 'beheer@cee.example',
	}),
	'platform.regions': () => ({}),
	'region.list-managed': () => ({}),
	'round.close': (world) => {
		agreeSubmitted(world);
		const answer = answerTo(world.as('coordinator'), world.home.rounds.open, 'close');
		return { ...answer, discussedOn: '2021-01-13' };
	},
	'round.list-current': () => ({}),
	'round.open': (world) => answerTo(world.as('coordinator'), world.home.rounds.planned, 'open'),
	'round.plan': ({ home }) => ({
		agenda: home.agenda,
		period: '2021-K2',
		opensOn: '2021-07-04',
		closesOn: '2021-07-23',
	}),
	'round.reopen': (world) => answerTo(world.as('coordinator'), world.home.rounds.closed, 'reopen'),
	'round.view': ({ home }) => ({ round: home.rounds.open }),
	'status.agree': submitted,
	'status.confirm-unchanged': untouched,
	'status.return': (world) => ({ ...submitted(world), note: 'Graag concreter.' }),
	'status.save': (world) => ({ ...untouched(world), narrative: 'Begonnen.' }),
	'status.submit': (world) => ({ ...untouched(world), level: 'groen', narrative: 'Klaar.' }),
	'status.view': ({ home }) => ({ round: home.rounds.open, item: ITEM.untouched }),
};

function linkToken({ db, now, home }: World): string {
	const person = db
		.select()
		.from(user)
		.where(eq(user.email, emailOf('reader', home.region)))
		.get();
	return issuePasswordLink(db, person?.id ?? 0, now).replace('/wachtwoord/', '');
}

/** Everywhere: a round can only be closed when no submitted status waits. */
export function agreeSubmitted({ db, now }: World): void {
	db.update(status).set({ state: 'agreed', agreedAt: now }).where(eq(status.state, 'submitted')).run();
}
