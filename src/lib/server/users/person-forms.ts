/** What each button on the page of a person does, and what the page says afterwards. */
import type { Context } from '../use-case.ts';
import { addRole, changeRole, removeRole } from './change-roles.ts';
import { endAccess, restoreAccess } from './end-access.ts';
import { handOver } from './hand-over.ts';
import { inviteAgain, makeResetLink, withdrawInvitation, type MadeLink } from './invite.ts';

interface Outcome {
	said: string;
	/** A link to show once. */
	made?: MadeLink & { purpose: 'offer' | 'invitation' | 'reset' };
}

type Fields = Record<string, string>;

const BUTTONS = {
	rolErbij: (context, fields) => {
		addRole(context, fields);
		return { said: 'De rol is toegevoegd.' };
	},
	rolWijzigen: (context, fields) => {
		changeRole(context, fields);
		return { said: 'De rol is gewijzigd. Dat werkt meteen.' };
	},
	rolWeg: (context, fields) => {
		removeRole(context, fields);
		return { said: 'De rol is weggehaald. Dat werkt meteen.' };
	},
	uitnodigen: (context, fields) => ({
		said: 'De uitnodiging is vernieuwd. Een eerdere link werkt niet meer.',
		made: { ...inviteAgain(context, fields), purpose: 'invitation' },
	}),
	intrekken: (context, fields) => {
		withdrawInvitation(context, fields);
		return { said: 'De uitnodiging is ingetrokken. De link werkt niet meer.' };
	},
	nieuwWachtwoord: (context, fields) => ({
		said: 'Er is een link gemaakt voor een nieuw wachtwoord.',
		made: { ...makeResetLink(context, fields), purpose: 'reset' },
	}),
	overdragen: (context, fields) => {
		const moved = handOver(context, fields);
		return { said: moved === 1 ? '1 ding is overgedragen.' : `${moved} dingen zijn overgedragen.` };
	},
	uitschakelen: (context, fields) => {
		const reach = endAccess(context, fields);
		return {
			said:
				reach === 'account'
					? 'De toegang is uitgeschakeld. Deze persoon is overal uitgelogd.'
					: 'De toegang tot deze regio is uitgeschakeld. Dat werkt meteen.',
		};
	},
	inschakelen: (context, fields) => {
		const asked = restoreAccess(context, fields);
		return asked === null
			? { said: 'De toegang is terug, met dezelfde rollen als eerst.' }
			: { said: 'De persoon is gevraagd om weer mee te doen', made: { ...asked, purpose: 'offer' } };
	},
} as const satisfies Record<string, (context: Context, fields: Fields) => Outcome>;

export type PersonButton = keyof typeof BUTTONS;

/** Throws what the use case behind the button throws. */
export function pressOnPerson(button: PersonButton, context: Context, fields: Fields): Outcome {
	return BUTTONS[button](context, fields);
}
