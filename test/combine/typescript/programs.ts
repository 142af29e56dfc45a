import { fill } from '../../support/fill';
import type { Program } from '../outcome';
import type { Client, Source, Style } from './tables';
import { CLIENTS, HOLDERS, PLACES, SOURCES, STYLES } from './tables';

/** Plain JavaScript of a text in TypeScript, for the few forms that the tables use. */
const withoutTypes = (code: string): string =>
  code
    .replace(/(?<=[\w\])])!(?=[\s;,).?}]|$)/g, '')
    .replace(/ as string\b/g, '')
    .replace(/: (?:string|never)(?=[ ,);=])/g, '')
    .replace(/(let \w+|readonly \w+|\(\)): [\w| ]+(?= \{|;)/g, '$1')
    .replace(/\b(?:private|public) (?=readonly)/g, '')
    .replace(/\breadonly (?=\w)/g, '')
    .replace(/import type .*\nexport let server.*\n/, '');

const toRequire = (code: string): string => {
  const names: string[] = [];
  const body = code
    .replace(/^import \* as (\w+) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^import (\{.*\}) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^import (\w+) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^export default (\w+);$/gm, 'module.exports = $1;')
    .replace(/^export ((?:async )?(?:const|function|class) (\w+))/gm, (_, rest: string, name: string) => {
      names.push(name);
      return rest;
    });
  return names.length > 0 ? `${body}\nmodule.exports = { ${names.join(', ')} };\n` : body;
};

const indentAll = (code: string, by: string): string => code.replace(/\n(?=.)/g, `\n${by}`);

function styled(code: string, style: Style): string {
  if (style === 'esm.js') return withoutTypes(code);
  if (style === 'cjs.js') return toRequire(withoutTypes(code));
  return style === 'noSemicolons.ts' ? code.replace(/;$/gm, '') : code;
}

function importsOf({ package: from, imports }: Client, { imports: own }: Source, style: Style): string {
  const names = [...new Set(imports)].sort();
  const line =
    style === 'namespace.ts' ? `import * as sdk from '${from}';` : `import { ${names.join(', ')} } from '${from}';`;
  return own === undefined ? line : `${line}\n${own}`;
}

/** All programs of the tables; each is made when it is asked for. */
export function* programs(): Generator<Program> {
  for (const style of STYLES)
    for (const client of CLIENTS)
      for (const holder of client.credential === null ? HOLDERS.slice(0, 1) : HOLDERS)
        for (const source of SOURCES)
          for (const place of PLACES) {
            const program = programOf(style, client, holder, source, place);
            if (program) yield program;
          }
}

function programOf(
  style: Style,
  client: Client,
  holder: (typeof HOLDERS)[number],
  source: Source,
  place: (typeof PLACES)[number],
): Program | null {
  const isScript = style.endsWith('.js');
  if (isScript && (source.typescript || place.name === 'import below')) return null;
  const inFunction = /\n {2}\$BEFORE/.test(place.code);
  if (inFunction && source.at === 'module') return null;
  const named = (code: string): string =>
    style === 'namespace.ts' ? code.replace(new RegExp(`\\b(?:${client.imports.join('|')})\\b`, 'g'), 'sdk.$&') : code;
  const credential = named(client.credential ?? '').replaceAll('$S', () => source.code);
  const call = named(client.call)
    .replaceAll('$S', () => source.code)
    .replaceAll('$C', () => holder.code.replaceAll('$K', () => credential));
  const before = [source.before, holder.before.replaceAll('$K', () => credential)].filter(Boolean).join('\n');
  const body = place.code
    .replaceAll('$BEFORE', () => (inFunction ? indentAll(before, '  ') : before))
    .replaceAll('$CLIENT', () => call)
    .replaceAll('$T', () => named(client.imports[0] ?? ''))
    .replace(/\n {2}\n/g, '\n')
    .replace(/^\n+/, '');
  const whole = `${importsOf(client, source, style)}\n\n${body}`;
  const filled = (code: string): string =>
    fill(styled(code.replaceAll('$N', client.setting), style).replaceAll('$V', () => client.fake)).replace(
      /\n{3,}/g,
      '\n\n',
    );
  const extension = isScript ? 'js' : 'ts';
  return {
    name: [style, client.name, holder.name, source.name, place.name].join(' | '),
    files: [
      { path: `a.${extension}`, text: filled(whole) },
      ...Object.entries(source.files ?? {}).map(([name, code]) => ({
        path: `${name}.${extension}`,
        text: filled(code),
      })),
    ],
  };
}
