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
  /** True for a value that is allowed. Expressions of the configuration run here only, in linear time. */
  readonly allows: (value: string) => boolean;
  /** What else the rule is told. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Allows nothing. */
export const none = (): boolean => false;

/** Values that are allowed, as a configuration lists them: plain text is looked for within the value, `/.../flags` is an expression. */
export async function allowsOf(list: unknown): Promise<(value: string) => boolean> {
  const wanted = (Array.isArray(list) ? (list as readonly unknown[]) : [])
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .slice(0, MOST);
  const tests: ((value: string) => boolean)[] = [];
  for (const one of wanted) {
    const expression = /^\/(?<source>.+)\/(?<flags>[dimsuv]{0,6})$/s.exec(one)?.groups;
    if (!expression) tests.push((value) => value.includes(one));
    else {
      const { linear } = await import('./linear');
      tests.push(linear(expression['source'] ?? '', expression['flags'] ?? '') ?? none);
    }
  }
  return tests.length === 0 ? none : (value) => tests.some((allows) => allows(value));
}

/** More than anybody lists. */
const MOST = 1000;
