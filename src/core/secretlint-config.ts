/** What a workspace's `.secretlintrc.json` says about rules we bundle. Rules it names and we do not bundle never load. */
export interface SecretlintConfig {
  /** Our own rule. */
  readonly own: RuleChoice;
  /** The recommended preset as a whole. */
  readonly preset: Pick<RuleChoice, 'disabled'>;
  /** Rules of the preset by their ids. */
  readonly rules: readonly (RuleChoice & { readonly id: string })[];
}

export interface RuleChoice {
  readonly disabled: boolean;
  /** Messages that are not reported; of our own rule, secret kinds. */
  readonly allowMessageIds: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Values that may stand: plain text is looked for within the value, `/.../flags` is an expression. */
export function allowsOf({ options }: Pick<RuleChoice, 'options'>): (value: string) => boolean {
  const list: unknown = options['allows'];
  const patterns = (Array.isArray(list) ? (list as readonly unknown[]) : [])
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .map((one): ((value: string) => boolean) => {
      const expression = /^\/(?<source>.+)\/(?<flags>[dimsuv]{0,6})$/.exec(one)?.groups;
      if (!expression) return (value) => value.includes(one);
      try {
        const pattern = new RegExp(expression['source'] ?? '', expression['flags']);
        return (value) => pattern.test(value);
      } catch {
        return () => false;
      }
    });
  return (value) => patterns.some((allows) => allows(value));
}
