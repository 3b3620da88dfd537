/** Whether the mail server can be reached with these settings. Sends nothing. */
import type { MailSettings } from '../mail/mail-settings.ts';
import { openPost } from '../mail/smtp.ts';
import { finding, type Finding } from './finding.ts';

export async function examineMail(settings: MailSettings | null): Promise<Finding> {
	if (settings === null) {
		return finding('Mail', 'let op', 'Er is geen mailserver ingesteld: mail blijft staan bij Beheer, Post.');
	}
	const post = openPost(settings);
	try {
		const problem = await post.whyUnreachable();
		if (problem === null) return finding('Mail', 'goed', `De mailserver ${settings.host} antwoordt.`);
		return finding('Mail', 'fout', `${problem} Kijk of SMTP_HOST, SMTP_PORT en het wachtwoord kloppen.`);
	} finally {
		post.close();
	}
}
