import type { SecretLintRuleCreator } from '@secretlint/types';
import { createDetector } from '../detect/detector';
import { directivesOf } from '../detect/directives';
import { secretKinds } from '../detect/kinds/index';

/** Options of the rule in `.secretlintrc.json`. */
export interface Options {
  /** Also report SAS tokens and access tokens that have expired. Default false. */
  readonly expired?: boolean;
}

const detector = createDetector([]);

/** One message per kind, so that `allowMessageIds` names kinds. Without data: secretlint masks whatever is in it. */
const messages = Object.fromEntries(
  secretKinds.map(({ id, noun }) => {
    const text = (): string => `Hardcoded ${noun.replace(/^an? /, '')}`;
    return [id, { en: text, ja: text }];
  }),
);

/**
 * The detector as a rule of secretlint: finds Azure's secrets, never quotes one. secretlint's own directives work with
 * this rule's id; `hardcoded` and `hardcoded/<kind>` work as well.
 */
export const creator: SecretLintRuleCreator<Options> = {
  messages,
  meta: { id: 'secretless-azure/secretlint-rule', type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
  create(context, options) {
    const t = context.createTranslator(messages);
    return {
      file({ content, filePath }) {
        const directives = directivesOf(content);
        for (const { kind, span, severity } of detector.detect({ path: filePath ?? '', text: content }).candidates) {
          const stale = severity === 'hint' && options.expired !== true;
          if (stale || directives.ignores(`hardcoded/${kind}`, span)) continue;
          context.report({ message: t(kind), range: [span.start, span.end] });
        }
      },
    };
  },
};
