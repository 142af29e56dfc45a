import type { Related } from '../core/finding';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Reader, SettingFacts } from '../project/settings/facts';

/** So many places are named: a setting that more read is a matter for a search. */
const MOST = 10;

/** Where the project sets and reads a setting besides the document itself, the places that set it first. */
export function relatedTo(name: string, facts: SettingFacts, document: string): readonly Related[] {
  const set = facts.declarations.map(({ path, at, nearness, example }) => ({
    path,
    at,
    nearness,
    message: example ? say('Example for {name}', { name }) : say('{name} is set here', { name }),
  }));
  const read = facts.readers.map(({ path, at, nearness, kind }) => ({ path, at, nearness, message: use(kind, name) }));
  return [...set, ...read]
    .flatMap(({ path, at, nearness, message }): Related[] =>
      at === null || nearness === 'other' || path === document ? [] : [{ path, ...at, message }],
    )
    .slice(0, MOST);
}

/** What a reader does with the setting, in the words of a person. */
function use(kind: Reader['kind'], name: string): Message {
  switch (kind) {
    case 'binding':
      return say('A binding uses {name} here', { name });
    case 'schema':
    case 'type':
      return say('{name} is declared here', { name });
    case 'code':
    case 'host':
      return say('{name} is read here', { name });
    default:
      return say('{name} is passed on here', { name });
  }
}
