import { cell, code, table } from './markdown';

/** The parts of the extension's package.json that the tables are made from. */
export interface ExtensionManifest {
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly configuration?: { readonly properties?: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly order?: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** Texts of `package.nls.json`. */
export type Texts = Readonly<Record<string, string>>;

/** `%key%` becomes its text; a key without one is a mistake, not a gap in the table. */
function text(value: string, texts: Texts): string {
  const key = /^%(.+)%$/.exec(value)?.[1];
  if (key === undefined) return value;
  const found = texts[key];
  if (found === undefined) throw new Error(`package.nls.json has no "${key}"`);
  return found;
}

export function commandsTable({ contributes }: ExtensionManifest, texts: Texts): string {
  const rows = (contributes?.commands ?? []).map(({ command, title, category }) => [
    cell(category === undefined ? text(title, texts) : `${text(category, texts)}: ${text(title, texts)}`),
    code(command),
  ]);
  return table(['Command', 'Id'], rows);
}

export function settingsTable({ contributes }: ExtensionManifest, texts: Texts): string {
  const settings = Object.entries(contributes?.configuration?.properties ?? {});
  const rows = settings
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([name, setting]) => [
      code(name),
      cell(text(setting.markdownDescription ?? setting.description ?? '', texts)) + choices(setting),
      code(JSON.stringify(setting.default)),
    ]);
  return table(['Setting', 'Meaning', 'Default'], rows);
}

const choices = ({ enum: values }: Setting): string =>
  values === undefined ? '' : ` One of ${values.map((value) => code(JSON.stringify(value))).join(', ')}.`;
