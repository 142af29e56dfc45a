#!/usr/bin/env node
// Writes l10n/bundle.l10n.json: every text of the editor shell and every message template of the engine, for translators.
//   node scripts/export-l10n.mjs [--check]
// Texts in tables of data (services, hosts) come from l10n-texts.ts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { Advice, isMain, projectRoot, reportAndExit } from './process.mjs';
import { raw } from './raw.mjs';

/** Functions whose first argument is a text for people. */
const SAYS = new Set(['say', 'message', 'l10n.t']);

/** @returns {Promise<string>} the bundle that belongs to the sources as they are. */
export async function exportBundle(root = projectRoot) {
  const texts = new Set();
  for (const file of sourceFiles(path.join(root, 'src'))) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    collect(source, texts);
  }
  for (const text of await dataTexts(root)) texts.add(text);
  const sorted = [...texts].sort((a, b) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`;
}

/** Runs l10n-texts.ts: what is in tables is known only when they are made. */
async function dataTexts(root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['scripts/l10n-texts.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'made',
    target: 'node20',
    plugins: [raw],
    logLevel: 'warning',
  });
  return vm.runInNewContext(`${outputFiles[0].text}; made.dataTexts()`, {});
}

function collect(source, texts) {
  const visit = (node) => {
    if (ts.isCallExpression(node) && SAYS.has(node.expression.getText(source))) {
      for (const text of literalsOf(node.arguments[0], source)) texts.add(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** A literal, the branches of a choice between literals, or the values of a table of the same file. */
function literalsOf(node, source) {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression, source);
  if (ts.isConditionalExpression(node))
    return [...literalsOf(node.whenTrue, source), ...literalsOf(node.whenFalse, source)];
  const named = ts.isIdentifier(node) ? initialiser(node.text, source) : undefined;
  if (named && ts.isConditionalExpression(named)) return literalsOf(named, source);
  const table = ts.isElementAccessExpression(node)
    ? node.expression
    : ts.isIdentifier(node)
      ? initialiser(node.text, source)
      : undefined;
  if (table && ts.isElementAccessExpression(table)) return literalsOf(table, source);
  const values = table && (ts.isIdentifier(table) ? initialiser(table.text, source) : table);
  return values && ts.isObjectLiteralExpression(values)
    ? values.properties.flatMap((one) => literalsOf(one.initializer, source))
    : [];
}

function initialiser(name, source) {
  let found;
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText(source) === name) found ??= node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sourceFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file))
    .sort();

if (isMain(import.meta.url)) {
  try {
    const file = path.join(projectRoot, 'l10n', 'bundle.l10n.json');
    const bundle = await exportBundle();
    if (!process.argv.includes('--check')) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bundle);
    } else if (readFileSync(file, 'utf8') !== bundle) {
      throw new Advice('l10n/bundle.l10n.json is out of date: node scripts/export-l10n.mjs');
    }
  } catch (error) {
    reportAndExit(error);
  }
}
