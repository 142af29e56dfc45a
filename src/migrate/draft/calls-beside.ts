import type { CallBeside } from './model';
import { plus } from './pass';
import type { DraftContext, Pass } from './pass';

/** A call that patterns want beside uses, and the uses. */
interface Wanted {
  readonly call: string;
  readonly places: DraftContext['uses'][number]['match']['node'][];
}

/** Where calls go that some patterns want beside their uses, once for each object they are made on. */
export function placesBeside(context: DraftContext): readonly CallBeside[] {
  const { writer } = context;
  return wantedBeside(context).flatMap(({ call, places }) => {
    const head = call.slice(0, call.lastIndexOf('('));
    return writer.besides(places, head).map((beside) => ({ call, beside }));
  });
}

function wantedBeside({ uses, file }: DraftContext): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { match } of uses) {
    const { source } = match.pattern;
    if (source.kind !== 'rewrite' || source.beside === undefined) continue;
    const call = source.beside.replace(/\$(\w+)/g, (meta, name: string) => {
      const bound = match.bound.get(name);
      return bound ? file.text.slice(bound.start, bound.end) : meta;
    });
    const known = wanted.get(call) ?? { call, places: [] };
    known.places.push(match.node);
    wanted.set(call, known);
  }
  return [...wanted.values()];
}

/** Writes those calls. */
export const callsBeside: Pass = (draft) =>
  plus(draft, {
    edits: draft.callsBeside.flatMap(({ call, beside }) =>
      beside.edits(call.replace('$CREDENTIAL', draft.credential?.codeAt(beside.at) ?? '')),
    ),
  });
