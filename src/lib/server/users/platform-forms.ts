/** What each button of the platformbeheerder does, and what the page says afterwards. */
import type { Context } from '../use-case.ts';
import type { MadeLink } from './invite.ts';
import { makeRegion } from './make-region.ts';
import { addPlatformAdministrator, removePlatformAdministrator } from './platform-administrators.ts';
import { appointAdministrator, makePlatformLink } from './platform-links.ts';

interface Outcome {
	said: string;
	made?: MadeLink;
	/** What the link is for; left out where there is nothing to hand over. */
	purpose?: 'invitation' | 'reset';
}

type Fields = Record<string, string>;

const BUTTONS = {
	regio: (context, fields) => {
		const made = makeRegion(context, fields);
		return { said: `De regio ${made.name} is gemaakt`, made, purpose: 'invitation' };
	},
	benoemen: (context, fields) => {
		const made = appointAdministrator(context, fields);
		return { said: `${made.email} is nu beheerder`, made, purpose: 'invitation' };
	},
	link: (context, fields) => {
		const made = makePlatformLink(context, fields);
		return { said: `Er is een link gemaakt voor ${made.email}`, made, purpose: made.purpose };
	},
	erbij: (context, fields) => {
		const made = addPlatformAdministrator(context, fields);
		return { said: `${made.email} is nu platformbeheerder`, made, purpose: 'invitation' };
	},
	weg: (context, fields) => {
		removePlatformAdministrator(context, fields);
		return { said: 'Deze persoon is geen platformbeheerder meer en is overal uitgelogd.' };
	},
} as const satisfies Record<string, (context: Context, fields: Fields) => Outcome>;

export type PlatformButton = keyof typeof BUTTONS;

/** Throws what the use case behind the button throws. */
export function pressOnPlatform(button: PlatformButton, context: Context, fields: Fields): Outcome {
	return BUTTONS[button](context, fields);
}
