import type { Random } from '../../support/fake-secrets';
import type { Program } from '../outcome';
import { CLIENTS } from './clients';
import type { Client } from './clients';
import type { Flavour } from './flavours';
import { PLACES } from './places';
import type { Place } from './places';
import { OPTION_SOURCES, SOURCES } from './sources';
import type { Source } from './sources';
import { STYLES } from './styles';
import type { Style } from './styles';

interface Choice {
  readonly client: Client;
  readonly source: Source;
  readonly place: Place;
  readonly style: Style;
}

/** One in so many programs reads its secret from an options class. */
const OPTIONS_EVERY = 20;

/** Programs of one flavour, by chance; each compiles by itself, in a namespace of its own. */
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
      source: random.pick(random.below(OPTIONS_EVERY) === 0 ? OPTION_SOURCES : SOURCES),
      place: random.pick(PLACES),
      style: random.pick(STYLES),
    };
    if (fits(choice, flavour)) programs.push(programOf(choice, String(number), flavour, valueOf(choice.client)));
  }
  return programs;
}

function fits({ source, place, style }: Choice, { name }: Flavour): boolean {
  // What a block declares is out of sight of the one beside it.
  if (source.statements !== undefined && (!place.block || /^(?:try|struct)$/.test(place.name))) return false;
  if (place.staticOnly && source.instance) return false;
  if (place.constructs && source.members?.includes('public $C(')) return false;
  return name !== 'legacy' || !(place.modern || style.modern || source.modern);
}

function programOf({ client, source, place, style }: Choice, number: string, flavour: Flavour, value: string): Program {
  const strict = flavour.nullable;
  const read = strict && source.nullable ? `${source.read}!` : source.read;
  const code = client.code.replace('$S', () => read);
  const base = /: base\(/.test(place.members) ? ' : Base$N' : '';
  const fill = (text: string): string =>
    text
      .replaceAll('$B', () => source.statements ?? '')
      .replaceAll('$X2', code)
      .replaceAll('$X', code)
      .replaceAll('$Y', code)
      .replaceAll('$T', client.type)
      .replaceAll('$M', source.instance || place.name === 'field credential' ? '' : 'static')
      .replaceAll('$C', `Program${number}`)
      .replaceAll('$N', number)
      .replaceAll('$V', value)
      .replaceAll('!!', strict ? '!' : '');
  const members = [source.members ?? '', place.members, 'private static void Use(object one) { }']
    .filter((one) => one !== '')
    .map(fill);
  const besides = [source.types, place.types].flatMap((one) => (one === undefined ? [] : [`    ${fill(one)}\n`]));
  const head = `public class Program${number}${fill(source.head ?? '')}${fill(base)}`;
  const types = `    ${head}\n    {\n${members.map((one) => `        ${one}`).join('\n\n')}\n    }\n${besides.join('')}`;
  const text = style.file(usingsOf({ client, source, place, style }, flavour), types, number);
  return {
    name: [client.code.replace(/\s+/g, ' '), source.name, place.name, style.name].join(' | '),
    files: [
      { path: `P${number}.cs`, text: (style.finish ?? ((whole) => whole))(text) },
      ...Object.entries(source.files ?? {}).map(([name, other]) => ({
        path: fill(name),
        text: fill(other),
      })),
    ],
  };
}

function usingsOf({ client, source, place }: Choice, { implicit }: Flavour): string {
  const own = [...client.usings, ...source.usings, ...(place.usings ?? [])].filter(
    (one) => !(implicit && /^System(?:\.Linq)?$/.test(one)),
  );
  return [...new Set(own)]
    .sort()
    .map((one) => `using ${one};\n`)
    .join('');
}
