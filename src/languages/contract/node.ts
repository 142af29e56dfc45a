import type { Span } from '../../core/span';

/**
 * The node view: all that the matcher, the tracer and the planner read of a syntax tree, the same in every language.
 * Adapters build it lazily and memoise it by native node, so two views of one node are the same object. Wrappers that do
 * not change a value (`await`, casts, `!`, parentheses) are hidden; `outer` covers them, `start`/`end` do not.
 */
export type CodeNode =
  | NameNode
  | MemberNode
  | IndexNode
  | CallNode
  | ObjectNode
  | StringNode
  | TemplateNode
  | FallbackNode
  | ConditionalNode
  | AssignNode
  | OtherNode;

interface Base extends Span {
  /** The node with the wrappers around it: what an edit that replaces the expression must cover. */
  readonly outer: Span;
}

export interface NameNode extends Base {
  readonly kind: 'name';
  readonly name: string;
}

export interface MemberNode extends Base {
  readonly kind: 'member';
  readonly object: CodeNode;
  readonly name: string;
}

export interface IndexNode extends Base {
  readonly kind: 'index';
  readonly object: CodeNode;
  readonly key: CodeNode;
}

export interface CallNode extends Base {
  readonly kind: 'call';
  readonly callee: CodeNode;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  /** Offset just after the opening parenthesis, or null for `new X` without one. */
  readonly argsStart: number | null;
}

export interface ObjectNode extends Base {
  readonly kind: 'object';
  readonly props: readonly Argument[];
}

export interface StringNode extends Base {
  readonly kind: 'string';
  readonly value: string;
}

/** A template literal, an interpolated string or a concatenation with at least one string in it. */
export interface TemplateNode extends Base {
  readonly kind: 'template';
  readonly parts: readonly (string | CodeNode)[];
}

/** `left || right`, `left ?? right`: the value, or another one when it is missing. */
export interface FallbackNode extends Base {
  readonly kind: 'fallback';
  readonly left: CodeNode;
  readonly right: CodeNode;
}

export interface ConditionalNode extends Base {
  readonly kind: 'conditional';
  readonly branches: readonly [CodeNode, CodeNode];
}

export interface AssignNode extends Base {
  readonly kind: 'assign';
  readonly target: CodeNode;
  readonly value: CodeNode;
}

export interface OtherNode extends Base {
  readonly kind: 'other';
  /** What a lambda builds, for the names in patterns; what is added up. */
  readonly inside: readonly CodeNode[];
}

/** An argument of a call or a property of an object. `start`/`end` cover the whole of it, name included. */
export interface Argument extends Span {
  readonly name: string | null;
  readonly value: CodeNode;
  readonly spread: boolean;
  /** `{ key }` for `{ key: key }`. */
  readonly shorthand: boolean;
}
