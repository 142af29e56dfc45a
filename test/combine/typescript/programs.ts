import { fill } from '../../support/fill';
import type { Program } from '../outcome';
import type { Random } from '../../support/fake-secrets';
import { CLIENTS } from './clients';
import type { Client } from './clients';
import { PLACES } from './places';
import { SOURCES } from './sources';
import type { Source } from './sources';
import { HOLDERS, STYLES } from './styles';
import type { Style } from './styles';

/** So many tries for each program: some parts do not fit together. */
const TRIES = 20;

/** One in so many of the programs of a rare source is made. */
const RARE = 20;

/** Plain JavaScript of a text in TypeScript, for the few forms that the tables use. */
const withoutTypes = (code: string): string =>
  code
    .replace(/(?<=[\w\])])!(?=[\s;,).?}]|$)/g, '')
    .replace(/ as string\b/g, '')
    .replace(/: (?:string|boolean|never)(?=[ ,);=])/g, '')
    .replace(/constructor\(readonly (\w+): [\w.]+\) \{\}/g, 'constructor($1) {\n    this.$1 = $1;\n  }')
    .replace(/(let \w+|readonly \w+|\(\)): [\w.| ]+(?= \{|;| =)/g, '$1')
    .replace(/\b(?:private|public) (?=readonly)/g, '')
    .replace(/\breadonly (?=\w)/g, '')
    .replace(/import type .*\nexport let server.*\n/, '');

const toRequire = (code: string): string => {
  const names: string[] = [];
  const body = code
    .replace(/^import \* as (\w+) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^import (\{.*\}) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^import (\w+) from (.*);$/gm, 'const $1 = require($2);')
    .replace(/^import ('.*');$/gm, 'require($1);')
    .replace(/^export default (.*);$/gm, 'module.exports = $1;')
    .replace(/^export (\{.*\});$/gm, 'module.exports = $1;')
    .replace(/^export ((?:async )?(?:const|function\*?|class) (\w+))/gm, (_, rest: string, name: string) => {
      names.push(name);
      return rest;
    });
  return names.length > 0 ? `${body}\nmodule.exports = { ${names.join(', ')} };\n` : body;
};

const indentAll = (code: string, by: string): string => code.replace(/\n(?=.)/g, `\n${by}`);

function styled(code: string, { extension, modules }: Style): string {
  const plain = extension === 'js' ? withoutTypes(code) : code;
  return modules === 'require' ? toRequire(plain) : plain;
}

function importsOf({ package: from, imports, others = {} }: Client, { imports: own }: Source, style: Style): string {
  const names = [...new Set(imports)].sort();
  const packages = [...new Set(names.map((name) => others[name] ?? from))];
  const lines = packages.map((one) =>
    style.namespace
      ? `import * as ${packages.length > 1 && one !== from ? 'other' : 'sdk'} from '${one}';`
      : `import { ${names.filter((name) => (others[name] ?? from) === one).join(', ')} } from '${one}';`,
  );
  return [...lines, ...(own === undefined ? [] : [own])].join('\n');
}

/** Programs by chance, none of them twice. */
export function programsOf(count: number, random: Random): readonly Program[] {
  const programs = new Map<string, Program>();
  for (let tries = 0; programs.size < count && tries < count * TRIES; tries++) {
    const client = random.pick(CLIENTS);
    const holder = random.pick(client.credential === null ? HOLDERS.slice(0, 1) : HOLDERS);
    const source = random.pick(SOURCES);
    if (source.rare && random.below(RARE) > 0) continue;
    const program = programOf(random.pick(STYLES), client, holder, source, random.pick(PLACES));
    if (program) programs.set(program.name, program);
  }
  return [...programs.values()];
}

function programOf(
  style: Style,
  client: Client,
  holder: (typeof HOLDERS)[number],
  source: Source,
  place: (typeof PLACES)[number],
): Program | null {
  const isScript = style.extension === 'js';
  if (isScript && (source.typescript || place.name === 'import below')) return null;
  const inFunction = /\n {2}\$BEFORE/.test(place.code);
  if (source.at === (inFunction ? 'module' : 'function')) return null;
  const named = (code: string): string =>
    style.namespace
      ? client.imports.reduce(
          (text, name) =>
            text.replace(new RegExp(`\\b${name}\\b`, 'g'), client.others?.[name] === undefined ? 'sdk.$&' : 'other.$&'),
          code,
        )
      : code;
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
    (style.finish ?? ((text) => text))(
      fill(styled(code.replaceAll('$N', client.setting), style).replaceAll('$V', () => client.fake)).replace(
        /\n{3,}/g,
        '\n\n',
      ),
    );
  return {
    name: [style.name, client.call, holder.name, source.name, place.name].join(' | '),
    files: [
      { path: `a.${style.extension}`, text: filled(whole) },
      ...Object.entries(source.files ?? {}).map(([name, code]) => ({
        path: `${name}.${style.extension}`,
        text: filled(code),
      })),
    ],
  };
}
