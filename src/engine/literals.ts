import type { SourceDocument } from '../core/document';
import type { Span } from '../core/span';
import { SECRETS } from '../languages/metavariables';
import { literalsOf } from '../migrate/analysis';
import type { Analyser } from './analyse';

/** The strings of a document that go into a client as its secret, or in the place of one. */
export const literalsIn = (analyser: Analyser, document: SourceDocument): Promise<readonly Span[]> =>
  analyser.use(document, {}, ({ analysed }) => {
    const uses = analysed?.analysis.groups.flatMap((group) => group.uses) ?? [];
    return uses
      .flatMap(({ trace, match }) => [
        ...literalsOf(trace),
        ...SECRETS.flatMap((name) => match.bound.get(name) ?? []).filter(({ kind }) =>
          /^(?:string|template)$/.test(kind),
        ),
      ])
      .map(({ start, end }) => ({ start, end }));
  });
