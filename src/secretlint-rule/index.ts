import type { SecretLintRuleCreator } from '@secretlint/types';
import { createHardcodedScan, hardcodedRules } from '../engine/hardcoded';

/** Options of the rule in `.secretlintrc.json`. */
export interface Options {
  /** Also report SAS tokens and access tokens that have expired. Default false. */
  readonly expired?: boolean;
}

const scan = createHardcodedScan();
const secretKind = (rule: string): string => rule.replace(/^hardcoded\//, '');

/** One message per kind, so that `allowMessageIds` names kinds. Without data: secretlint masks whatever is in it. */
const messages = Object.fromEntries(
  hardcodedRules.map(({ id, title }) => {
    const text = (): string => title;
    return [secretKind(id), { en: text, ja: text }];
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
        for (const { rule, span, expired } of scan({ path: filePath ?? '', text: content })) {
          if ((expired && options.expired !== true) || !rule.startsWith('hardcoded/')) continue;
          context.report({ message: t(secretKind(rule)), range: [span.start, span.end] });
        }
      },
    };
  },
};
