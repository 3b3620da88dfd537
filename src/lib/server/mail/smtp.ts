/** Hands mail to a mail server. The only importer of nodemailer. */
import { createTransport } from 'nodemailer';
import { judgeFailure, type Delivery, type MailFailure, type Message, type Post } from './delivery.ts';
import { isMailAddress, type MailSettings } from './mail-settings.ts';

/** Shorter together than the time after which a mail that is being sent counts as uncertain. */
const TIMEOUTS = {
	connectionTimeout: 15_000,
	greetingTimeout: 15_000,
	socketTimeout: 60_000,
	dnsTimeout: 15_000,
};

export function openPost(settings: MailSettings): Post {
	const { host, port, secure, requireTls, user, password, from } = settings;
	const transport = createTransport({
		host,
		port,
		secure,
		...TIMEOUTS,
		...(requireTls ? { requireTLS: true } : {}),
		...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
		// A mail is made of what we wrote ourselves: it never takes in a file or a page.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		async whyUnreachable() {
			try {
				await transport.verify();
				return null;
			} catch (failure) {
				return judgeFailure({ ...failureOf(failure), responseCode: undefined, code: 'EDNS' }).problem;
			}
		},
		async send(message: Message): Promise<Delivery> {
			if (!isMailAddress(message.to))
				return { outcome: 'refused', problem: 'Dit is geen geldig e-mailadres.' };
			try {
				await transport.sendMail({
					...message,
					from,
					to: { name: '', address: message.to },
					headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
				});
				return { outcome: 'sent', problem: '' };
			} catch (failure) {
				return judgeFailure(failureOf(failure));
			}
		},
		close: () => transport.close(),
	};
}

function failureOf(failure: unknown): MailFailure {
	if (!(failure instanceof Error)) return { message: String(failure) };
	const said = (name: string): unknown => Object.getOwnPropertyDescriptor(failure, name)?.value;
	const text = (name: string) => {
		const value = said(name);
		return typeof value === 'string' ? value : undefined;
	};
	const responseCode = said('responseCode');
	return {
		message: failure.message,
		code: text('code'),
		originalCode: text('originalCode'),
		timeoutType: text('timeoutType'),
		response: text('response'),
		responseCode: typeof responseCode === 'number' ? responseCode : undefined,
	};
}
