import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleCreator, SecretLintRulePresetCreator } from '@secretlint/types';
import { coverOf } from '../core/cover';
import type { Cover } from '../core/cover';
import type { Span } from '../core/span';
import type { SecretlintConfig } from '../core/secretlint-config';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';

/** What a rule of the preset reports. Its message is left out, since it quotes the value. */
export interface Reported {
  readonly ruleId: string;
  readonly span: Span;
}

/** Stands for every rule in a directive. */
const ANY = '*';

/**
 * Runs the preset and keeps what its rules report, without what directives take out or the configuration allows. secretlint does
 * the same by comparing every message with every other: 20,000 tokens would take minutes.
 *
 * Not `allows` of the configuration: the preset would run its expressions as they are.
 */
export async function presetReports(
  source: { readonly path: string; readonly text: string; readonly extension: string },
  rules: SecretlintConfig['rules'],
): Promise<readonly Reported[]> {
  const reported: Reported[] = [];
  const ignored = new Map<string, Cover>();
  const watched = (rule: SecretLintRuleCreator): SecretLintRuleCreator => ({
    ...rule,
    create: (context, options) =>
      rule.create(
        {
          ...context,
          report({ message, range: [start, end] }) {
            const ruleId = rule.meta.id;
            const allowed = rules.find(({ id }) => id === ruleId)?.allowMessageIds ?? [];
            if (!allowed.includes(message.messageId)) reported.push({ ruleId, span: { start, end } });
          },
          ignore({ targetRuleId, range: [start, end] }) {
            const known = ignored.get(targetRuleId || ANY);
            if (known) known.add({ start, end });
            else ignored.set(targetRuleId || ANY, coverOf([{ start, end }]));
          },
        },
        options,
      ),
  });
  const preset: SecretLintRulePresetCreator = {
    ...creator,
    create: (context, options) =>
      creator.create(
        { ...context, registerRule: (rule, defaults) => context.registerRule(watched(rule), defaults) },
        options,
      ),
  };
  await lintSource({
    source: { filePath: source.path, content: source.text, contentType: 'text', ext: source.extension },
    options: {
      config: {
        rules: [
          {
            id: PRESET,
            rule: preset,
            rules: rules.map(({ id, disabled, options }) => ({ id, disabled, options })),
          },
        ],
      },
      noPhysicFilePath: true,
      maskSecrets: false,
    },
  });
  return reported
    .filter(({ ruleId, span }) => ![ruleId, ANY].some((id) => ignored.get(id)?.covers(span)))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
