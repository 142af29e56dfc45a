import type { SecretLintRuleCreator } from '@secretlint/types';
import { english } from '../core/message';
import { createDetector } from '../detect/detector';
import { directivesOf } from '../detect/directives';
import { secretKinds } from '../detect/kinds/index';

/** Options of the rule in `.secretlintrc.json`. */
export interface Options {
  /** Secret kinds to leave out: `["storage-sas"]`. */
  readonly disabledKinds?: readonly string[];
  /** Also report finds that are expired or of no use to anybody any more. Default false. */
  readonly expired?: boolean;
}

const detector = createDetector([]);
const nouns = new Map(secretKinds.map(({ id, noun }) => [id, noun]));

const messages = {
  AzureSecret: {
    en: ({ what }: { what: string }) => what,
    ja: ({ what }: { what: string }) => what,
  },
};

/**
 * The detector as a rule of secretlint: finds Azure's secrets, never quotes one. secretlint's own directives work with
 * this rule's id; `hardcoded` and `hardcoded/<kind>` work as well.
 */
export const creator: SecretLintRuleCreator<Options> = {
  messages,
  meta: {
    id: 'secretless-azure',
    type: 'scanner',
    recommended: true,
    supportedContentTypes: ['text'],
    docs: { url: 'https://github.com/secretless-azure/secretless-azure#rules' },
  },
  create(context, options) {
    const t = context.createTranslator(messages);
    const disabled = new Set(options.disabledKinds ?? []);
    return {
      file({ content, filePath }) {
        const directives = directivesOf(content);
        for (const { kind, family, span, message, severity } of detector.detect({ path: filePath ?? '', text: content })
          .candidates) {
          const stale = severity === 'hint' && options.expired !== true;
          if (family !== undefined || stale || disabled.has(kind) || directives.ignores(`hardcoded/${kind}`, span))
            continue;
          const what =
            message === undefined ? `Hardcoded ${(nouns.get(kind) ?? kind).replace(/^an? /, '')}` : english(message);
          context.report({
            message: t('AzureSecret', { what: `${what} (hardcoded/${kind})` }),
            range: [span.start, span.end],
          });
        }
      },
    };
  },
};

export default creator;
