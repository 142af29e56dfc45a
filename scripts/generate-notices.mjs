#!/usr/bin/env node
// Writes THIRD-PARTY-NOTICES.md: the licences of everything that goes into dist/.   node scripts/generate-notices.mjs [--check]
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Advice, isMain, projectRoot, reportAndExit } from './process.mjs';

const file = path.join(projectRoot, 'THIRD-PARTY-NOTICES.md');
const COMMAND = 'npm run notices';

const mit = (...copyright) => `${copyright.join('\n')}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const isc = (copyright) => `${copyright}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** Licences of packages that name theirs and ship no text of it, as their repositories have it. */
const UNSHIPPED = {
  // github.com/lddubeau/saxes: its own, that of sax, from which it was forked, and that of a function in it.
  saxes: [
    isc('Copyright (c) Contributors'),
    isc('Copyright (c) Isaac Z. Schlueter and Contributors'),
    mit('Copyright Mathias Bynens <https://mathiasbynens.be/>'),
  ],
};

const LODASH = mit(
  'Copyright jQuery Foundation and other contributors <https://jquery.org/>',
  'Based on Underscore.js, copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors <http://underscorejs.org/>',
);

/** Packages that are inside a published bundle, by that bundle's source map; npm does not install them. */
const EMBEDDED = {
  'node_modules/@secretlint/secretlint-rule-preset-recommend': {
    map: 'module/index.js.map',
    packages: {
      'lodash.sortby': LODASH,
      'lodash.uniq': LODASH,
      'lodash.uniqwith': LODASH,
      'escape-string-regexp': mit('Copyright (c) Sindre Sorhus <sindresorhus@gmail.com> (https://sindresorhus.com)'),
      '@textlint/regexp-string-matcher': mit('Copyright (c) 2018 azu'),
    },
  },
};

/** Grammars that were compiled into a WebAssembly file of another package, by the file's name: they have authors of their own. */
const GRAMMARS = {
  'tree-sitter-c-sharp.wasm': mit(
    'The MIT License (MIT)',
    '',
    'Copyright (c) 2014-2023 Max Brunsfeld, Damien Guard, Amaan Qureshi, and contributors.',
  ),
};

/** A grammar by the package that it comes in, which does not tell the grammar's own version. */
function grammarIn(file) {
  const name = path.basename(file, '.wasm');
  const text = GRAMMARS[`${name}.wasm`];
  if (!text) throw new Advice(`${file} is bundled: add its licence to GRAMMARS in scripts/generate-notices.mjs`);
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? '';
  const home = JSON.parse(readFileSync(path.resolve(projectRoot, folder, 'package.json'), 'utf8'));
  return { name, version: `in ${home.name} ${home.version}`, licence: 'MIT', text };
}

/** Names and versions of the packages a source map takes its sources from. */
function packagesIn(mapFile) {
  const { sources } = JSON.parse(readFileSync(mapFile, 'utf8'));
  const found = new Map();
  for (const source of sources) {
    const match = /\/\.pnpm\/(?:@[^/+]+\+)?[^/]+?@(\d[^/_(]*)[^/]*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source);
    if (match) found.set(match[2], match[1]);
  }
  return found;
}

function embeddedIn(library) {
  // Where node_modules is a link, the folder has another one in front.
  const known = EMBEDDED[library.slice(library.indexOf('node_modules/'))];
  if (!known) return [];
  const found = packagesIn(path.join(projectRoot, library, known.map));
  const strangers = [...found.keys()].filter((name) => !(name in known.packages));
  if (strangers.length > 0) {
    throw new Advice(
      `${library} now carries ${strangers.join(', ')}: add their licences to EMBEDDED in scripts/generate-notices.mjs`,
    );
  }
  return [...found].map(([name, version]) => ({ name, version, licence: 'MIT', text: known.packages[name] }));
}

const plain = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** A package as it is installed: what it is, and every licence and notice it ships. */
function noticeOf(library) {
  const folder = path.join(projectRoot, library);
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((entry) => /^(?:licen[cs]e|copying|notice|thirdpartynotice)/i.test(entry))
    .sort()
    .map((entry) => plain(readFileSync(path.join(folder, entry), 'utf8')));
  if (texts.length === 0) texts.push(...(UNSHIPPED[name] ?? []));
  if (!license || texts.length === 0) throw new Advice(`${library} names no licence or ships no text of it`);
  return { name, version, licence: license, text: texts.join('\n\n') };
}

/** No run of backticks in a licence may end its block. */
const fenced = (text) => {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}`;
};

/**
 * Everything that bundles hold, by name: what it is, its licence and the text of that.
 * @param {readonly { libraries: readonly string[], grammars: readonly string[] }[]} bundles what `build` made
 */
export function componentsOf(bundles) {
  const all = (key) => [...new Set(bundles.flatMap((bundle) => bundle[key]))];
  return [
    ...all('libraries').flatMap((library) => [noticeOf(library), ...embeddedIn(library)]),
    ...all('grammars')
      .filter((file) => /tree-sitter-[\w-]+\.wasm$/.test(file) && !/web-tree-sitter\.wasm$/.test(file))
      .map(grammarIn),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version.localeCompare(b.version)));
}

/** @param {ReturnType<typeof componentsOf>} notices */
export function noticesFor(notices) {
  const byText = new Map();
  for (const notice of notices) byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  const title = ({ name, version }) => `${name} ${version}`;
  return `# Third-party notices

Secretless for Azure is under the MIT licence (LICENSE). Its bundles hold code of the packages below, under the licences that follow.
This file is generated from what the build bundles (\`${COMMAND}\`).

| package | version | licence |
| --- | --- | --- |
${notices.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}

${[...byText].map(([text, sharing]) => `## ${sharing.map(title).join(', ')}\n\n${fenced(text)}`).join('\n\n')}
`;
}

async function bundled() {
  const outdir = mkdtempSync(path.join(os.tmpdir(), 'secretless-notices-'));
  try {
    return componentsOf(await build({ outdir }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
    const text = noticesFor(await bundled());
    const present = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n/g, '\n') : null;
    if (!values.check) writeFileSync(file, text);
    else if (present !== text) throw new Advice(`THIRD-PARTY-NOTICES.md is not what the build bundles: ${COMMAND}`);
  } catch (error) {
    reportAndExit(error);
  }
}
