import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { Parameter } from '../../languages/contract/parameter';
import { refusal } from '../refusals';
import { removals } from './arguments';
import type { Draft } from './model';
import { inTurn, isRefusal, plus } from './pass';
import type { FileContext, Pass } from './pass';

/** Parameters that held the secret hold the endpoint, or go with what every call gives them. */
export const parameters: Pass<FileContext> = (draft, { file }) => {
  const reached = draft.reached.flatMap((declaration) => {
    const parameter = declaration.kind === 'parameter' ? file.parameterOf(declaration) : null;
    return parameter ? [{ declaration, parameter }] : [];
  });
  const going: Parameter[] = [];
  const renamed = inTurn(reached, draft, (now: Draft, { declaration, parameter }) => {
    const [name, ...others] = draft.endpoints
      .filter((one) => one.declaration === declaration)
      .map((endpoint) => endpoint.name);
    const isUnread = draft.unread.has(declaration);
    if (name === undefined) {
      if (isUnread) going.push(parameter);
      return now;
    }
    if (others.length > 0) return refusal('parameter-shared');
    return isUnread ? renaming(now, declaration, parameter, name, file.text) : refusal('secret-from-parameter');
  });
  return isRefusal(renamed) ? renamed : plus(renamed, { edits: goingEdits(going) });
};

/** The parameter with another name, wherever that is; what reads it has it already. */
function renaming(
  draft: Draft,
  { nameSpan }: Declaration,
  { labels, doc }: Parameter,
  name: string,
  text: string,
): Draft | Refusal {
  const named = [nameSpan, ...labels, ...(doc ? [doc.name] : [])];
  const words = doc ? wordEdits(doc.text, text) : [];
  return plus(draft, { edits: [...named.map((span) => ({ span, newText: name })), ...words] });
}

/** What the documentation says of a connection string, it says of the endpoint now. */
const wordEdits = ({ start, end }: Span, text: string): readonly TextEdit[] =>
  [...text.slice(start, end).matchAll(/\bconnection[ _-]?string\b/gi)].map(({ index, 0: words }) => ({
    span: { start: start + index, end: start + index + words.length },
    newText: words.startsWith('C') ? 'Endpoint' : 'endpoint',
  }));

/** Several may go from one list: the commas between them go once. */
function goingEdits(going: readonly Parameter[]): readonly TextEdit[] {
  const lists = new Map<number, { readonly items: readonly Span[]; readonly gone: Span[] }>();
  const all = going.flatMap(({ lists: own, given }) => [
    ...own.map((one) => ({ items: one.items, item: one.own })),
    ...given.map((one) => ({ items: [...one.all].sort((a, b) => a.start - b.start), item: one.own })),
  ]);
  for (const { items, item } of all) {
    const [first = item] = items;
    const list = lists.get(first.start) ?? { items, gone: [] };
    const same = list.items.find(({ start }) => start === item.start);
    if (same) list.gone.push(same);
    lists.set(first.start, list);
  }
  const docs = going.flatMap(({ doc }) => (doc ? [{ span: doc.whole, newText: '' }] : []));
  return [...[...lists.values()].flatMap(({ items, gone }) => removals(items, gone)), ...docs];
}
