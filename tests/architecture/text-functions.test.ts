/** Every file that reads texts with a pattern is tried on hostile texts, or says here why no text of a person gets there. */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles, placesOf, readSource } from '../support/sources.ts';
import { DOMAIN_FUNCTIONS, INPUT_FUNCTIONS } from '../support/text-functions.ts';
import { SERVER_FUNCTIONS } from '../support/text-functions-server.ts';

const OWN = 'reads only what the program itself wrote or set';
const SETTING = 'reads settings and files of whoever runs the server';
const THROUGH_SCHEMA = 'its schemas are tried as a whole, one by one';
const THROUGH_FORM = 'reads a form or a page whose texts went through a schema with a limit';
const THROUGH_TABLE = 'is tried through readAgendaTable';
const THROUGH_CHECK = 'is tried through checkText and checkLadder';
const THROUGH_NAMES = 'is tried through findNames';
const OFFICE = 'reads names in an office file of at most 10 MB, in a thread beside the server';

const WRITER = 'reads what a library wrote, in a thread beside the server';
const HEADER = 'reads one header of a request, which the server bounds';
const REMOTE = 'reads one header, or the short answer of another server';

const NOT_TRIED: Readonly<Record<string, string>> = {
	'domain/known-passwords.ts': OWN,
	'domain/given-names.ts': OWN,
	'domain/municipality-names.ts': OWN,
	'domain/password-words.ts': OWN,
	'server/adoption/adopted-overview.view.ts': OWN,
	'server/agenda/trend.view.ts': OWN,
	'server/audit/stamps.ts': OWN,
	'server/auth/set-up-second-factor.ts': OWN,
	'server/backup/nightly.ts': OWN,
	'server/backup/restore.ts': OWN,
	'server/db/faults.ts': OWN,
	'server/db/triggers.ts': OWN,
	'server/documents/docx-styles.ts': OWN,
	'server/documents/odt-styles.ts': OWN,
	'server/files/file-store.ts': OWN,
	'server/http/shell.view.ts': OWN,
	'server/reports/report-document.view.ts': OWN,
	'server/rounds/workbench.view.ts': OWN,
	'text/nl.ts': OWN,
	'domain/site.ts': OWN,
	'server/config.ts': SETTING,
	'domain/not-a-person.ts': THROUGH_NAMES,
	'domain/smart-words.ts': THROUGH_CHECK,
	'input/account.ts': THROUGH_SCHEMA,
	'input/agenda-parts.ts': THROUGH_SCHEMA,
	'input/audit-log.ts': THROUGH_SCHEMA,
	'input/letterheads.ts': THROUGH_SCHEMA,
	'input/single-sign-on.ts': THROUGH_SCHEMA,
	'input/organisations.ts': THROUGH_SCHEMA,
	'input/site.ts': THROUGH_SCHEMA,
	'input/sources.ts': THROUGH_SCHEMA,
	'input/status-many.ts': THROUGH_SCHEMA,
	'input/status.ts': THROUGH_SCHEMA,
	'input/table-import/table-import-input.ts': THROUGH_SCHEMA,
	'server/jobs/note-success.ts': THROUGH_SCHEMA,
	'input/table-import/item-number.ts': THROUGH_TABLE,
	'input/table-import/item-row.ts': THROUGH_TABLE,
	'input/table-import/layouts.ts': THROUGH_TABLE,
	'input/table-import/to-agenda.ts': THROUGH_TABLE,
	'server/imports/table-preview.view.ts': THROUGH_TABLE,
	'server/audit/log-file.ts': THROUGH_FORM,
	'server/audit/log.repo.ts': THROUGH_FORM,
	'server/audit/log.view.ts': THROUGH_FORM,
	'server/imports/table-form.ts': THROUGH_FORM,
	'server/imports/template-file.ts': THROUGH_FORM,
	'server/reports/report-meeting.view.ts': THROUGH_FORM,
	'server/reports/report.view.ts': THROUGH_FORM,
	'server/rounds/progress.view.ts': THROUGH_FORM,
	'server/rounds/round.view.ts': THROUGH_FORM,
	'server/single-sign-on/farewell.ts': THROUGH_FORM,
	'server/site/site.view.ts': THROUGH_FORM,
	'server/users/make-region.ts': THROUGH_FORM,
	'server/imports/tables/docx.ts': OFFICE,
	'server/imports/tables/opendocument-styles.ts': OFFICE,
	'server/imports/tables/opendocument.ts': OFFICE,
	'server/imports/tables/xlsx-colours.ts': OFFICE,
	'server/imports/tables/xlsx-rules.ts': OFFICE,
	'server/imports/tables/xlsx.ts': OFFICE,
	'server/letterheads/docx-styles-of.ts': OFFICE,
	'server/letterheads/fill-docx.ts': OFFICE,
	'server/letterheads/graft-odt.ts': OFFICE,
	'server/letterheads/inspect-letterhead.ts': OFFICE,
	'server/letterheads/odt-styles-of.ts': OFFICE,
	'server/letterheads/refuse-letterhead.ts': OFFICE,
	'server/letterheads/tidy-odt.ts': OFFICE,
	'server/documents/docx-parts.ts': WRITER,
	'server/reports/typst-worker.mjs': WRITER,
	'server/http/device-cookie.ts': HEADER,
	'server/http/odd-request.ts': HEADER,
	'server/http/faults.ts': REMOTE,
	'server/mail/delivery.ts': REMOTE,
	'server/single-sign-on/guarded-fetch.ts': REMOTE,
	'server/single-sign-on/trip-failure.ts': REMOTE,
};

const hasPattern = (node: ts.Node) =>
	ts.isRegularExpressionLiteral(node) || (ts.isNewExpression(node) && node.expression.getText() === 'RegExp');
const withPattern = ['domain', 'input', 'text', 'server'].flatMap((room) =>
	listFiles(`src/lib/${room}`, (path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.test.ts'))
		.filter((path) => placesOf(readSource(path), hasPattern).length > 0)
		.map((path) => path.replace('src/lib/', '')),
);
const tried = new Set([...DOMAIN_FUNCTIONS, ...INPUT_FUNCTIONS, ...SERVER_FUNCTIONS].map(({ file }) => file));

test('no file with a pattern is forgotten', () => {
	expect(withPattern.filter((path) => !tried.has(path) && !(path in NOT_TRIED))).toEqual([]);
});

test('no file is on the list of exceptions that is tried, or that has no pattern', () => {
	const stale = Object.keys(NOT_TRIED).filter((path) => tried.has(path) || !withPattern.includes(path));
	expect(stale).toEqual([]);
});
