import { parse, type ParseError } from 'jsonc-parser';
import { allowsOf, none as nothing } from '../core/secretlint-config';
import type { RuleChoice, SecretlintConfig } from '../core/secretlint-config';
import { isRecord } from './record';

export const SECRETLINTRC = '.secretlintrc.json';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const OWN = 'secretless-azure/secretlint-rule';

interface Entry extends RuleChoice {
  readonly id: string;
  readonly rules: readonly Entry[];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

async function entriesOf(value: unknown): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const entry of list(value)) {
    if (!isRecord(entry) || typeof entry['id'] !== 'string') continue;
    const { allows, ...options } = isRecord(entry['options']) ? entry['options'] : {};
    entries.push({
      id: entry['id'],
      disabled: entry['disabled'] === true,
      allowMessageIds: list(entry['allowMessageIds']).filter((id) => typeof id === 'string'),
      allows: await allowsOf(allows),
      options,
      rules: await entriesOf(entry['rules']),
    });
  }
  return entries;
}

const none: RuleChoice = { disabled: false, allowMessageIds: [], allows: nothing, options: {} };

/**
 * What secretlint's own configuration says about the rules we bundle: the recommended preset, its rules, and ours. It is
 * read as data: a rule package it names is never loaded. Null when the text is no such configuration.
 */
export async function parseSecretlintrc(source: string): Promise<SecretlintConfig | null> {
  const errors: ParseError[] = [];
  const value = parse(source, errors, { allowTrailingComma: true }) as unknown;
  if (errors.length > 0 || !isRecord(value) || !Array.isArray(value['rules'])) return null;
  const entries = await entriesOf(value['rules']);
  const preset = entries.find(({ id }) => id === PRESET);
  // A rule of the preset may also be by itself.
  const single = entries.filter(({ id }) => id.startsWith('@secretlint/secretlint-rule-') && id !== PRESET);
  return {
    own: entries.find(({ id }) => id === OWN || id === 'secretless-azure') ?? none,
    preset: { disabled: preset?.disabled ?? false },
    rules: [...(preset?.rules ?? []), ...single],
  };
}
