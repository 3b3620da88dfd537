import { describe, expect, test } from 'vitest';
import { faultPage } from './fault-page.ts';

const TEXT = 'Een tekst <script>alert(1)</script> die "lang" genoeg is.';

function pageOf(fields: Record<string, string | File> | null): string {
	const typed = fields && new FormData();
	for (const [name, value] of Object.entries(fields ?? {})) typed?.set(name, value);
	return faultPage({
		status: 503,
		sentence: 'De schijf is vol.',
		id: '3f2a91bc77d0',
		typed,
		action: '/rea/x?/opslaan&"',
	});
}

describe('the page for when no other page can be made', () => {
	test('says what is wrong and under which number it is in the log', () => {
		const page = pageOf(null);
		expect(page).toContain('De schijf is vol.');
		expect(page).toContain('<strong>3f2a91bc77d0</strong>');
		expect(page).not.toContain('<form');
	});

	test('holds every field that was sent, and sends them on to the same address', () => {
		const page = pageOf({ version: '3', narrative: TEXT, remark: TEXT });
		expect(page).toContain('<form method="post" action="/rea/x?/opslaan&amp;&quot;">');
		expect(page).toContain('<input type="hidden" name="version" value="3" />');
		expect(page).toMatch(
			/<label for="veld-1">Stand van zaken<\/label><textarea id="veld-1" name="narrative"/,
		);
		expect(page).toContain('Een tekst &lt;script&gt;alert(1)&lt;/script&gt; die &quot;lang&quot; genoeg is.');
		expect(page).not.toContain('<script');
	});

	test('never holds a password or another secret, and asks for a file again', () => {
		const secrets = {
			password: 'een-geheim-wachtwoord-1',
			repeated: 'een-geheim-wachtwoord-1',
		};
		const page = pageOf({
			...secrets,
			clientSecret: 'geheim',
			email: 'a@b.example',
			file: new File(['x'], 'x.pdf'),
		});
		expect(page).not.toMatch(/geheim/);
		expect(page).toContain('name="email"');
		expect(page).toContain('enctype="multipart/form-data"');
		expect(page).toMatch(/<input type="file" id="veld-\d" name="file" \/>/);
		expect(pageOf(secrets)).not.toContain('<form');
	});
});
