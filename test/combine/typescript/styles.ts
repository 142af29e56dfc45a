/** How the old credential is, where there is one. `$K` is its construction, `$B` takes statements before. */
export const HOLDERS: readonly { readonly name: string; readonly before: string; readonly code: string }[] = [
  { name: 'inline', before: '', code: '$K' },
  { name: 'constant', before: 'const credential = $K;', code: 'credential' },
  { name: 'constant named key', before: 'const keyCredential = $K;', code: 'keyCredential' },
];

/** How a file is written. */
export interface Style {
  readonly name: string;
  readonly extension: 'ts' | 'js';
  readonly modules: 'import' | 'require';
  /** The package is imported as a whole. */
  readonly namespace?: true;
  /** The last touch to the whole text. */
  readonly finish?: (text: string) => string;
}

const style = (name: string, more: Partial<Style> = {}): Style => ({
  name,
  extension: 'ts',
  modules: 'import',
  ...more,
});

const withoutSemicolons = (text: string): string => text.replace(/;$/gm, '');

export const STYLES: readonly Style[] = [
  style('esm.ts'),
  style('esm.js', { extension: 'js' }),
  style('cjs.js', { extension: 'js', modules: 'require' }),
  style('cjs, whole.js', { extension: 'js', modules: 'require', namespace: true }),
  style('namespace.ts', { namespace: true }),
  style('noSemicolons.ts', { finish: withoutSemicolons }),
  style('noSemicolons.js', { extension: 'js', modules: 'require', finish: withoutSemicolons }),
  style('double.ts', { finish: (text) => text.replace(/'([^'"\n`]*)'/g, '"$1"') }),
  style('tabs.ts', { finish: (text) => text.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)) }),
  style('wide.js', { extension: 'js', finish: (text) => text.replace(/^(?: {2})+/gm, (spaces) => spaces.repeat(2)) }),
  style('CRLF.ts', { finish: (text) => text.replaceAll('\n', '\r\n') }),
  style('strict.js', { extension: 'js', modules: 'require', finish: (text) => `'use strict';\n\n${text}` }),
  style('licence.ts', { finish: (text) => `/*\n * Copyright (c) Contoso.\n */\n\n${text}` }),
  style('shebang.js', {
    extension: 'js',
    modules: 'require',
    finish: (text) => `#!/usr/bin/env node\n// Starts the job.\n${text}`,
  }),
  style('broken imports.ts', {
    finish: (text) =>
      text.replace(
        /^import \{ (.*) \} from/gm,
        (_, names: string) => `import {\n  ${names.split(', ').join(',\n  ')},\n} from`,
      ),
  }),
];
