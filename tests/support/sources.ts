/** The source files as the architecture tests read them: their imports, and constructs that the habits forbid. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '#lib/server/config.ts';

export interface Source {
	/** From the root of the project, with slashes: `src/lib/domain/level.ts`. */
	path: string;
	text: string;
	/** Null for a file that holds no script. */
	tree: ts.SourceFile | null;
}

export interface Import {
	/** As written, or the path from the root for a file of our own. */
	target: string;
	isOwnFile: boolean;
	/** `import type` and `export type`: gone when the program runs. */
	isType: boolean;
}

const ROOT = projectRoot();
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;

export function listFiles(folder: string, isWanted: (path: string) => boolean): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter(isWanted)
		.sort();
}

export function readSource(path: string): Source {
	const text = readFileSync(join(ROOT, path), 'utf8');
	return { path, text, tree: treeOf(path, text) };
}

function treeOf(path: string, text: string): ts.SourceFile | null {
	if (/\.(ts|mjs|js)$/.test(path)) return parse(path, text);
	if (!path.endsWith('.svelte')) return null;
	return parse(`${path}.ts`, [...text.matchAll(SCRIPT)].map((match) => match[1] ?? '').join('\n'));
}

function parse(path: string, text: string): ts.SourceFile {
	return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Static and dynamic imports, and exports from another file. */
export function importsOf({ path, tree }: Source): Import[] {
	const found: Import[] = [];
	visit(tree, (node) => {
		if (ts.isImportDeclaration(node))
			found.push(
				importOf(path, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword),
			);
		if (ts.isExportDeclaration(node) && node.moduleSpecifier)
			found.push(importOf(path, node.moduleSpecifier, node.isTypeOnly));
		if (
			ts.isCallExpression(node) &&
			node.expression.kind === ts.SyntaxKind.ImportKeyword &&
			node.arguments[0]
		) {
			found.push(importOf(path, node.arguments[0], false));
		}
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			found.push(importOf(path, node.argument.literal, true));
	});
	return found;
}

function importOf(from: string, specifier: ts.Node, isType: boolean): Import {
	const written = ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText();
	if (written.startsWith('#lib/')) return { target: `src/lib/${written.slice(5)}`, isOwnFile: true, isType };
	if (written.startsWith('.')) return { target: posix.join(dirname(from), written), isOwnFile: true, isType };
	return { target: written, isOwnFile: false, isType };
}

/** Where the file does what `isForbidden` says, as "path:line". */
export function placesOf({ path, tree }: Source, isForbidden: (node: ts.Node) => boolean): string[] {
	const places: string[] = [];
	visit(tree, (node) => {
		if (!tree || !isForbidden(node)) return;
		places.push(
			`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().slice(0, 60)}`,
		);
	});
	return places;
}

function visit(tree: ts.SourceFile | null, look: (node: ts.Node) => void): void {
	const walk = (node: ts.Node) => {
		look(node);
		ts.forEachChild(node, walk);
	};
	if (tree) walk(tree);
}
