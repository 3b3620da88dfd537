/** The link that proves that a new address is somebody's own: sealed, for one account as it is now, for a day. */
import { z } from 'zod';
import type { Context } from '../use-case.ts';

const VALID_HOURS = 24;
const EmailToken = z.object({ userId: z.number(), version: z.number(), email: z.string(), at: z.number() });
type NewEmail = Pick<z.infer<typeof EmailToken>, 'userId' | 'version' | 'email'>;

type Sealing = Pick<Context, 'box' | 'now'>;

/** The path of the link; a change of the account in the meantime makes it worthless. */
export function emailPath({ box, now }: Sealing, { userId, version, email }: NewEmail): string {
	if (!box) throw new Error('A link for a new address needs the key of the server');
	const sealed = box.seal(JSON.stringify({ userId, version, email, at: now.getTime() }));
	return `/account/e-mailadres/${Buffer.from(sealed, 'base64').toString('base64url')}`;
}

/** Null when we never made it, or it is over. */
export function readEmailToken({ box, now }: Sealing, token: string): NewEmail | null {
	const opened = box?.open(Buffer.from(token, 'base64url').toString('base64')) ?? null;
	if (opened === null) return null;
	const parsed = EmailToken.safeParse(JSON.parse(opened));
	if (!parsed.success) return null;
	const age = now.getTime() - parsed.data.at;
	return age >= 0 && age < VALID_HOURS * 3_600_000 ? parsed.data : null;
}
