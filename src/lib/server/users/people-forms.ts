/** What each button on the page with the people of a region does, and what the page says afterwards. */
import type { Context } from '../use-case.ts';
import { inviteMember, inviteOnceMore, withdrawOffer } from './invite-member.ts';
import type { MadeInvitation } from './make-invitation.ts';

interface Outcome {
	said: string;
	/** An invitation whose link is shown once, or goes by mail. */
	made: MadeInvitation | null;
}

type Fields = Record<string, string>;

const BUTTONS = {
	toevoegen: (context, fields) => {
		const invited = inviteMember(context, fields);
		return invited.isMember
			? { said: `${invited.email} hoorde al bij deze regio en heeft de rol erbij`, made: null }
			: { said: `De uitnodiging voor ${invited.email} is gemaakt`, made: invited };
	},
	opnieuw: (context, fields) => {
		const made = inviteOnceMore(context, fields);
		return { said: `De uitnodiging voor ${made.email} is vernieuwd`, made };
	},
	intrekken: (context, fields) => {
		withdrawOffer(context, fields);
		return { said: 'De uitnodiging is ingetrokken. De link werkt niet meer.', made: null };
	},
} as const satisfies Record<string, (context: Context, fields: Fields) => Outcome>;

export type PeopleButton = keyof typeof BUTTONS;

/** Throws what the use case behind the button throws. */
export function pressOnPeople(button: PeopleButton, context: Context, fields: Fields): Outcome {
	return BUTTONS[button](context, fields);
}
