import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#lib/server/config.ts';

const Parts = z.object({
	bomFormat: z.literal('CycloneDX'),
	components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
});
const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

test('the list of parts can be made, and this page says how long an update takes', () => {
	const root = projectRoot();
	const read = (path: string) => readFileSync(join(root, path), 'utf8');
	const written = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 50_000_000,
	});
	const { components } = Parts.parse(JSON.parse(written));
	const { dependencies } = Package.parse(JSON.parse(read('package.json')));
	const versions = new Map(components.map(({ name, version }) => [name, version]));
	for (const [name, version] of Object.entries(dependencies)) expect(versions.get(name), name).toBe(version);
	expect(read('docs/veiligheid.md')).toMatch(/npm sbom[\s\S]+npm audit[\s\S]+werkdagen/);
});
