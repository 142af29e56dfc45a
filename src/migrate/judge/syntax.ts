import { reachOf } from '../../core/cover';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import { because } from './context';
import type { Judge } from './context';

/** Many uses may be asked about many errors. */
const errorsUpTo = remembered((errors: readonly Span[]) => reachOf(errors));

/** True where the parser stumbled over a place. Zero-length errors count as touching. */
export const isBroken = ({ start, end }: Span, { errors }: CodeFile): boolean => errorsUpTo(errors)(end) >= start;

/** `super(conn)`: the class extends the client. */
const isSuper = (callee: CodeNode): boolean => callee.kind === 'name' && callee.name === 'super';

/** Code that was left out may use the same secret. */
export const unreadCode: Judge = (use, { file }) => (file.incomplete ? because('code-left-out', use) : null);

/** The statement of the use does not parse. */
export const brokenStatement: Judge = (use, { file }) =>
  isBroken(file.statementAt(use.match.node.start), file) ? because('parse-error', use) : null;

/** The options of the client are put together in several places. */
export const scatteredOptions: Judge = (use) => (use.match.scattered ? because('options-scattered', use) : null);

/** The client is the base class of one of the file's own. */
export const ownSubclass: Judge = (use) =>
  use.match.node.kind === 'call' && isSuper(use.match.node.callee) ? because('subclass', use) : null;
