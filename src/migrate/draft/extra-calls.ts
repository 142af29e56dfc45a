import type { ExtraCall } from './model';
import { plus } from './pass';
import type { DraftContext, Pass } from './pass';

/** A call that patterns want beside uses, and the uses. */
interface Wanted {
  readonly call: string;
  readonly places: DraftContext['uses'][number]['match']['node'][];
}

/** Where calls go that some patterns want beside their uses, once for each object they are made on. */
export function placesBeside(context: DraftContext): readonly ExtraCall[] {
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
    if (source.kind !== 'rewrite' || source.extraCall === undefined) continue;
    const call = source.extraCall.replace(/\$(\w+)/g, (meta, name: string) => {
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
    edits: draft.extraCalls.flatMap(({ call, beside }) =>
      beside.edits(call.replace('$CREDENTIAL', draft.credential?.codeAt(beside.at) ?? '')),
    ),
  });
