import type { TextEdit } from '../../core/edit';
import type { Declaration, Role } from '../contract/declaration';
import type { CodeFile } from '../contract/file';
import type { Language, Parser, ProjectContext } from '../contract/language';
import type { SettingRead } from '../contract/setting';
import type { CodeWriter } from '../contract/writer';

/** The answers of a language, or of a file, that does not have what is asked for. */
export const plainFile = {
  lead: '',
  importedAt: () => null,
  wanted: [],
  embedded: false,
  incomplete: false,
  release: () => undefined,
  mentions: () => null,
  readsOf: () => [],
  resultOf: () => null,
  parameterOf: () => null,
  vaultAt: () => null,
  commentsIn: () => [],
  inChoice: () => false,
  clientSide: false,
  credentials: [],
} satisfies Partial<CodeFile>;

/** A language whose files see only what they name. */
export const plainLanguage = { companions: null, globalNamespaces: () => [] } satisfies Partial<Language>;

/** A parser that goes on after an error, of a language whose modules are called like their packages. */
export const plainParser = {
  isLost: false,
  lose: () => undefined,
  moduleOf: (distribution) => distribution,
} satisfies Partial<Parser>;

/** A file that nothing is known of but its text. */
export const noProject: ProjectContext = { files: [], types: [], unread: new Set() };

/** A writer of a language with variables for the whole file, where nothing more has to be written. */
export const plainWriter = {
  leftovers: () => ({ edits: [], gone: [] }),
  credentialHome: { kind: 'file' },
  besides: () => [],
  loadFromVault: () => null,
  openVault: () => null,
  nonNull: (code) => code,
  needsValue: () => false,
} satisfies Partial<CodeWriter>;

/** What a declaration is where nothing more is to be said of it. */
export const plainDeclaration = {
  setting: null,
  exported: false,
  topLevel: true,
  type: null,
  typeSpan: null,
  fallback: null,
  within: null,
  assigned: null,
  taken: null,
  owner: null,
  prefix: '',
} satisfies Partial<Declaration>;

/** A guard that tests whether the value is there, and does nothing else. */
export const plainGuard = { kind: 'guard', form: false, keeps: null, mention: null } satisfies Partial<
  Extract<Role, { kind: 'guard' }>
>;

/** A read of a setting that reads another one once the name is another one. */
export const plainRead = (read: Pick<SettingRead, 'origin' | 'name' | 'nameSpan'>): SettingRead => ({
  ...read,
  renamed: (newText): TextEdit => ({ span: read.nameSpan, newText }),
  bound: false,
  property: false,
  certain: false,
});
