/** What each button of the platformbeheerder does, and what the page says afterwards. */
import { releaseService } from '../single-sign-on/release-service.ts';
import type { Context } from '../use-case.ts';
import type { MadeLink } from './invite.ts';
import { makeRegion } from './make-region.ts';
import { addPlatformAdministrator, removePlatformAdministrator } from './platform-administrators.ts';
import { appointAdministrator, makePlatformLink, withdrawAppointment } from './platform-links.ts';

interface Outcome {
	said: string;
	made?: MadeLink;
	/** What the link is for; left out where there is nothing to hand over. */
	purpose?: 'offer' | 'invitation' | 'reset';
}

type Fields = Record<string, string>;

const BUTTONS = {
	regio: (context, fields) => {
		const made = makeRegion(context, fields);
		return { said: `De regio ${made.name} is gemaakt`, made, purpose: 'offer' };
	},
	benoemen: (context, fields) => {
		const made = appointAdministrator(context, fields);
		return { said: `${made.email} is gevraagd als beheerder`, made, purpose: 'offer' };
	},
	intrekken: (context, fields) => {
		withdrawAppointment(context, fields);
		return { said: 'De uitnodiging is ingetrokken. De link werkt niet meer.' };
	},
	link: (context, fields) => {
		const made = makePlatformLink(context, fields);
		return { said: `Er is een link gemaakt voor ${made.email}`, made, purpose: made.purpose };
	},
	erbij: (context, fields) => {
		const made = addPlatformAdministrator(context, fields);
		return { said: `${made.email} is nu platformbeheerder`, made, purpose: 'invitation' };
	},
	vrijgeven: (context, fields) => {
		releaseService(context, fields);
		return { said: 'De inlogdienst is niet meer verplicht. Een wachtwoord werkt weer.' };
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
