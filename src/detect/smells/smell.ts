import type { Message } from '../../core/message';
import type { Signature } from '../kind';

/**
 * Templates and pipelines that hand out or allow keys. No secrets: the rule is `infra/<id>`, the range the words that
 * make it one. Looks as for secret kinds; `value` in their expressions is that range.
 */
export interface Smell {
  readonly id: string;
  readonly title: string;
  /** One sentence of Markdown for the documentation: what is found, and in which files. */
  readonly form: string;
  /** Said on a finding; under 100 characters. */
  readonly message: Message;
  readonly looks: readonly Signature[];
}
