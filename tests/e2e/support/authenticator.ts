/** The app on somebody's phone: reads the key from the page, and gives codes that were not used before. */
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect } from './test.ts';

const STEP_MILLISECONDS = 30_000;

export interface Authenticator {
	/** Of now, or of the half minute to come when that of now was used. */
	nextCode(): string;
	/** The one that was given last. */
	lastCode(): string;
	/** Shown once, when the app was set up. */
	recoveryCodes: string[];
}

/** On the page that asks for it: sets the app up, and goes on where the page leads. */
export async function setUpAuthenticator(
	page: Page,
	lookAtCodes: () => Promise<void> = () => Promise.resolve(),
): Promise<Authenticator> {
	const secret = (await page.locator('.set-up-key').innerText()).replaceAll(' ', '');
	const totp = new TOTP({ secret });
	let step = 0;
	const code = () => totp.generate({ timestamp: step * STEP_MILLISECONDS });
	const app: Authenticator = {
		nextCode() {
			step = Math.max(Math.floor(Date.now() / STEP_MILLISECONDS), step + 1);
			return code();
		},
		lastCode: code,
		recoveryCodes: [],
	};
	await page.getByLabel('Code', { exact: true }).fill(app.nextCode());
	await page.getByRole('button', { name: 'App instellen' }).click();
	const shown = page.locator('.recovery-codes pre');
	await expect(shown).toBeVisible();
	await lookAtCodes();
	app.recoveryCodes = (await shown.innerText()).split('\n').filter(Boolean);
	await page.getByRole('link', { name: 'Ik heb ze bewaard, verder' }).click();
	return app;
}
