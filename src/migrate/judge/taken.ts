import type { Span } from '../../core/span';
import type { Passed, Trace } from '../../languages/trace';
import type { Use } from '../uses';
import { declarationsOf } from './declarations';

/** The places through which a secret comes to a use. */
export const takenBy = ({ match, trace: from }: Use): readonly Span[] => [
  ...[...match.bound.values()].map(({ outer }) => outer),
  ...declarationsOf(from).flatMap(({ initialiser, taken }) => initialiser?.outer ?? taken?.object.outer ?? []),
  ...passedTo(from).flatMap(({ values }) => values.map(({ given }) => given.own.value.outer)),
];

/** Every parameter on the way of a secret. */
export const passedTo = ({ passed, inner }: Trace): readonly Passed[] => [
  ...(passed ? [passed, ...passed.values.flatMap(({ from }) => passedTo(from))] : []),
  ...(inner ? passedTo(inner) : []),
];
