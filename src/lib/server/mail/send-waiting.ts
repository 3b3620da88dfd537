/** Sends every mail that waits, one by one. */
import { sha256 } from '../sha256.ts';
import type { Context } from '../use-case.ts';
import { claimMail, isMailWaiting, writeOutcome, type ClaimedMail } from './claim-mail.ts';
import type { Message, Post } from './delivery.ts';
import { INVITATION_PATH, PASSWORD_PATH, SITE } from './letter.ts';

/**
 * `context` gives the present of each step. When the mail server cannot be reached nothing is claimed, so that every mail
 * keeps its turn. Answers how many were handed over, and why the mail server could not be reached, if so; `onMail`
 * hears of every mail.
 */
export async function sendWaiting(
	context: () => Context,
	origin: string,
	post: Post,
	onMail: (line: { mail: number; kind: string; outcome: string }) => void = () => undefined,
): Promise<{ sent: number; unreachable: string | null }> {
	let sent = 0;
	if (!isMailWaiting(context())) return { sent, unreachable: null };
	const unreachable = await post.whyUnreachable();
	if (unreachable !== null) return { sent, unreachable };
	for (let mail = claimMail(context()); mail !== null; mail = claimMail(context())) {
		const delivery = await post.send(messageOf(mail, origin));
		writeOutcome(context(), { mail: mail.id, ...delivery });
		onMail({ mail: mail.id, kind: mail.kind, outcome: delivery.outcome });
		if (delivery.outcome === 'sent') sent += 1;
	}
	return { sent, unreachable: null };
}

function messageOf({ key, address, subject, text, html, linkPath }: ClaimedMail, origin: string): Message {
	const own = sha256(key).slice(0, 32);
	const withLink = (written: string) =>
		linkPath === null
			? written
			: written.replaceAll(PASSWORD_PATH, linkPath).replaceAll(INVITATION_PATH, linkPath);
	const fill = (written: string) => atSite(withLink(written), origin);
	return {
		messageId: `<${own}@${new URL(origin).hostname}>`,
		to: address,
		subject,
		text: fill(text),
		html: fill(html),
	};
}

/** Puts the address of the site in a mail that was written without it. */
export function atSite(written: string, origin: string): string {
	return written.replaceAll(SITE, origin);
}
