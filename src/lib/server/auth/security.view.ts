/** What the account page says of how somebody signs in. Pure. */
import { dayOf } from '#lib/domain/day.ts';
import type { SignInMethod } from '#lib/domain/sign-in.ts';
import { count, longDate, moment } from '#lib/text/nl.ts';
import type { MemberSignIn } from './change-second-factor.ts';
import type { Security } from './view-security.ts';

const METHOD_WORD = {
	password: 'met uw wachtwoord',
	oidc: 'via uw organisatie',
	demo: 'met de knop van de demo',
} as const satisfies Record<SignInMethod, string>;

/** Somebody who was seen this recently is there now. */
const NOW_MINUTES = 5;

export interface SessionLine {
	id: string;
	device: string;
	isThis: boolean;
	since: string;
	lastSeen: string;
}

export interface SecurityView {
	email: string;
	hasPassword: boolean;
	/** "sinds 14 januari 2021"; null when there is no app. */
	secondFactor: string | null;
	secondFactorAsked: boolean;
	/** "nog 3 herstelcodes over". */
	codesLeft: string;
	fewCodes: boolean;
	sessions: SessionLine[];
}

/** The session that looks at it comes first. */
export function securityView(security: Security, sessionId: string, now: Date): SecurityView {
	const { email, hasPassword, secondFactorSince, secondFactorAsked, codesLeft, fewCodes } = security;
	const lines = security.sessions.map(({ id, device, method, since, lastSeenAt }): SessionLine => ({
		id,
		device: device || 'Onbekend apparaat',
		isThis: id === sessionId,
		since: `ingelogd ${METHOD_WORD[method]} op ${moment(since)}`,
		lastSeen: lastSeenWords(lastSeenAt, now),
	}));
	return {
		email,
		hasPassword,
		secondFactorAsked,
		fewCodes,
		secondFactor: secondFactorSince && `sinds ${longDate(dayOf(secondFactorSince))}`,
		codesLeft: `nog ${count(codesLeft, 'herstelcode', 'herstelcodes')} over`,
		sessions: [...lines.filter((one) => one.isThis), ...lines.filter((one) => !one.isThis)],
	};
}

function lastSeenWords(lastSeenAt: Date | null, now: Date): string {
	if (lastSeenAt === null) return 'nog niet gebruikt';
	const isNow = now.getTime() - lastSeenAt.getTime() < NOW_MINUTES * 60_000;
	return isNow ? 'nu in gebruik' : `laatst gebruikt op ${moment(lastSeenAt)}`;
}

export interface MemberView {
	name: string;
	email: string;
	/** Null when the account is of another region too: then this is not for this beheerder. */
	signIn: { secondFactor: string | null; isSignedIn: boolean; sessions: string } | null;
}

export function memberView(member: MemberSignIn): MemberView {
	const { name, email } = member;
	if (member.reach === 'membership') return { name, email, signIn: null };
	const { secondFactorSince, sessions } = member;
	return {
		name,
		email,
		signIn: {
			isSignedIn: sessions > 0,
			secondFactor: secondFactorSince && `sinds ${longDate(dayOf(secondFactorSince))}`,
			sessions:
				sessions === 0
					? 'Deze persoon is nu nergens ingelogd.'
					: `Deze persoon is nu ingelogd op ${count(sessions, 'apparaat', 'apparaten')}.`,
		},
	};
}
