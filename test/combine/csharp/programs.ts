import type { Random } from '../../support/fake-secrets';
import { CLIENTS, PLACES, SOURCES, STYLES } from './tables';
import type { Client, Place, Source, Style } from './tables';

/** One program: a file, and what it was put together from. */
export interface Program {
  readonly file: string;
  readonly text: string;
  readonly about: string;
}

interface Choice {
  readonly client: Client;
  readonly source: Source;
  readonly place: Place;
  readonly style: Style;
}

/** Language features and compiler settings of a project. */
export interface Flavour {
  readonly name: 'strict' | 'explicit' | 'legacy';
  /** The compiler looks for missing values. */
  readonly nullable: boolean;
  /** `System` is in sight without a directive. */
  readonly implicit: boolean;
  readonly properties: string;
}

export const FLAVOURS: readonly Flavour[] = [
  {
    name: 'strict',
    nullable: true,
    implicit: true,
    properties:
      '<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><WarningsAsErrors>nullable;CS0108;CS0162</WarningsAsErrors>',
  },
  {
    name: 'explicit',
    nullable: true,
    implicit: false,
    properties:
      '<ImplicitUsings>disable</ImplicitUsings><Nullable>enable</Nullable><WarningsAsErrors>nullable;CS0108;CS0162</WarningsAsErrors>',
  },
  {
    name: 'legacy',
    nullable: false,
    implicit: false,
    properties: '<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable><LangVersion>7.3</LangVersion>',
  },
];

export function programsOf(
  count: number,
  flavour: Flavour,
  random: Random,
  valueOf: (client: Client) => string,
): Program[] {
  const programs: Program[] = [];
  for (let number = 0; programs.length < count; number++) {
    const choice = {
      client: random.pick(CLIENTS),
      source: random.pick(SOURCES),
      place: random.pick(PLACES),
      style: random.pick(STYLES),
    };
    if (fits(choice, flavour)) programs.push(programOf(choice, String(number), flavour, valueOf(choice.client)));
  }
  return programs;
}

function fits({ source, place, style }: Choice, { name }: Flavour): boolean {
  // What a block declares is out of sight of the one beside it.
  if (source.statements !== undefined && (!place.block || place.name === 'try')) return false;
  if (place.staticOnly && source.instance) return false;
  if (name === 'legacy' && (place.since8 || style.modern)) return false;
  return true;
}

function programOf(
  { client, source, place, style }: Choice,
  number: string,
  { nullable: strict, implicit }: Flavour,
  value: string,
): Program {
  // What may be missing gets a `!` where that is an error.
  const read =
    strict &&
    /^(?:Environment|_configuration|section|secret$|Secret$|_secret|Keys)/.test(source.read) &&
    !source.read.includes('??')
      ? `${source.read}!`
      : source.read;
  const code = client.code.replace('$S', () => read);
  const own = [...client.usings, ...source.usings, ...(place.usings ?? [])].filter(
    (one) => !(implicit && one === 'System'),
  );
  const usings = [...new Set(own)]
    .sort()
    .map((one) => `using ${one};\n`)
    .join('');
  const strictly = (text: string): string =>
    strict
      ? text.replace(/(GetEnvironmentVariable\("SECRET_\$N"\)|configuration\["Secret\$N"\])(?=;| \}|\))/g, '$1!')
      : text;
  const fill = (text: string): string =>
    strictly(text)
      .replaceAll('$B', () =>
        strictly(source.statements ?? '').replace(/^string secret/, strict ? 'string? secret' : 'string secret'),
      )
      .replaceAll('$X2', code)
      .replaceAll('$X', code)
      .replaceAll('$Y', code)
      .replaceAll('$T', client.type)
      .replaceAll('$M', source.instance || place.name === 'field credential' ? '' : 'static')
      .replaceAll('$C', `Program${number}`)
      .replaceAll('$N', number)
      .replaceAll('$V', value);
  const members = [source.members ?? '', place.members, 'private static void Use(object one) { }']
    .filter((one) => one !== '')
    .map(fill);
  const types = `    public class Program${number}\n    {\n${members.map((one) => `        ${one}`).join('\n\n')}\n    }\n${source.types ? `    ${fill(source.types)}\n` : ''}`;
  return {
    file: `P${number}.cs`,
    text: style.file(usings, types, number),
    about: [client.code, source.name, place.name, style.name].join(' | '),
  };
}
