import type { ProjectFile } from '../core/files';
import { editedOrNull } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { FixKind, Refusal } from '../core/finding';
import { Redacted } from '../core/redacted';
import type { Span } from '../core/span';
import type { Step } from '../core/step';
import type { Candidate } from '../detect/candidate';
import type { CodeFile, CredentialChoice } from '../languages/code';
import { roleFor } from '../services/identity';
import { secretsUser } from '../services/key-vault';
import { serviceOf } from '../services/index';
import type { Service } from '../services/service';
import { stepsOf } from '../steps/plan';
import { noWork } from '../steps/work';
import type { KeptSecret } from '../steps/work';
import type { Analysis } from './analysis';
import { candidatesOf } from './analysis';
import { changeCode } from './code';
import type { OtherFile } from './code';
import { changeFilled } from './fill-setting';
import { canKeep, changeKept, wayAt } from './keep-secret';
import { changeLoaded } from './load-secret';
import type { LoadChange } from './load-secret';
import type { FileEdit, Migration, Plan } from './migration';
import { textsAbout } from './names';
import type { NamesIn } from './names';
import { withOwnSetting } from './own-setting';
import { changeProject, outdated } from './project';
import type { ProjectChange } from './project';
import { refusal } from './refusals';
import { refusalOf } from './refuse';
import { isSecretValue } from './secret-value';
import { identityTitle, keptFix, servicesOf } from './titles';
import type { Use, UseGroup } from './uses';

export interface Planning {
  readonly rule: string;
  readonly path: string;
  readonly analysis: Analysis;
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same secret is among `files`. */
  readonly complete: boolean;
  readonly choice: CredentialChoice;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
  /** What the code does with a service, as far as its calls tell. */
  readonly access: (service: Service) => 'read' | 'write' | undefined;
  /** Values for the placeholders of a service's commands, as texts name them. */
  readonly namesIn: NamesIn;
  /**
   * Looks at a text again, as the scan does: the check that an edit can be read back. `changed` are other files of the
   * migration as they are after it; with a path it looks at one of them.
   */
  readonly again: (text: string, changed?: readonly ProjectFile[], path?: string) => Analysis;
}

const refused = (id: string, service = ''): Plan => ({ kind: 'refusal', ...refusal(id, service) });

/** True when the rewritten code declares every name that it uses anew, and each once. */
const declaresAll = (after: CodeFile, before: CodeFile): boolean =>
  [...(after.undeclared ?? [])].every((name) => before.undeclared?.has(name)) &&
  [...(after.redeclared ?? [])].every((name) => before.redeclared?.has(name));

/** Why the uses of one secret get no identity rewrite, as far as the file itself tells; null when they do. */
export function identityRefusal(
  group: UseGroup,
  { file, parser, language, blockers }: Analysis,
  choice: CredentialChoice,
): Refusal | null {
  const why = refusalOf(group, blockers, file);
  if (why) return why;
  const change = changeCode(group, file, parser, language, choice);
  return 'id' in change ? change : null;
}

/** The migration that moves every use of one secret to the identity. */
export function planIdentity(group: UseGroup, planning: Planning): Plan {
  const { analysis, files, path, choice } = planning;
  const { file, parser, language } = analysis;
  const why = refusalOf(group, analysis.blockers, file);
  if (why) return { kind: 'refusal', ...why };
  const old = outdated(
    path,
    language,
    group.uses.map(({ match }) => match.pattern),
    files,
  );
  if (old) return { kind: 'refusal', ...refusal('package-too-old', '', old) };
  const own = withOwnSetting(group, file, files, parser);
  const { complete } = planning;
  const change = changeCode(own, file, parser, language, choice, { path, files, complete });
  if ('id' in change) return { kind: 'refusal', ...change };
  const after = editedOrNull(file.text, change.edits);
  if (after === null) return refused('edits-overlap');
  const others = othersAfter(change.others, planning);
  if ('kind' in others) return others;
  const back = planning.again(after, others.changed);
  const count = (one: Analysis) => one.groups.reduce((sum, { uses }) => sum + uses.length, 0);
  const readBack =
    back.file.errors.length <= file.errors.length &&
    declaresAll(back.file, file) &&
    count(back) === count(analysis) - group.uses.length &&
    back.candidates.length <= analysis.candidates.length;
  if (!readBack) return refused('cannot-read-back');

  const project = changeProject(
    {
      document: path,
      language,
      files: files.filter((one) => !others.changed.some((other) => other.path === one.path)),
      stillRead: new Map([[path, back.file.settings], ...others.settings]),
      complete: planning.complete,
      locks: planning.locks,
    },
    change.packages,
    change.settings,
  );
  const leaked = project.leaked || group.uses.some((use) => candidatesOf(analysis, use).length > 0 || isLent(use));
  const texts = textsAbout(group, analysis, change.settings, files);
  const services = servicesOf(group);
  const edited = change.others.filter(({ edits }) => edits.length > 0);
  return migration(
    planning,
    'identity',
    services[0] ?? null,
    [{ path, edits: change.edits }, ...edited, ...project.files],
    {
      title: identityTitle(group, choice),
      packages: change.packages,
      settings: { added: project.added, removed: project.removed },
      role: services[0] ? roleFor(services[0].identity, planning.access(services[0])) : null,
      work: {
        ...noWork,
        ...project.work,
        services: services.map((service) => ({
          service: service.id,
          access: planning.access(service) ?? null,
          leaked,
          values: planning.namesIn(service, texts),
        })),
        mustGo: mustGoOf(group, file),
        userAssigned: choice === 'userAssigned',
        added: project.added.map((name) => ({
          name,
          service: change.settings.find(({ to }) => to === name)?.service.id ?? null,
          value: null,
        })),
        stays: change.others.flatMap((other) => other.stays.map((name) => ({ name, file: other.path }))),
      },
    },
  );
}

/** Settings that the rewritten clients read by themselves, and that stop them. */
const mustGoOf = (group: UseGroup, { text }: CodeFile): string[] => [
  ...new Set(
    group.uses.flatMap(({ service, match }) =>
      (service.mustGo ?? [])
        .filter(({ code }) => code.test(text.slice(match.node.start, match.node.end)))
        .map(({ setting }) => setting),
    ),
  ),
];

/** True when a literal of another file holds the secret. */
const isLent = ({ trace }: Use): boolean => {
  const from = (trace.beyond ?? trace.inner?.beyond)?.from;
  return from?.origin === 'literal' && (from.leaf.kind !== 'string' || isSecretValue(new Redacted(from.leaf.value)));
};

/** The text as it stands in the file, where it is data that is read as code. */
const ownText = ({ text, lead = '' }: CodeFile): string => text.slice(lead.length);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The other files of code once they are edited, read back; or why that fails. */
function othersAfter(
  others: readonly OtherFile[],
  { again, files, path }: Planning,
): Plan | { readonly changed: readonly ProjectFile[]; readonly settings: ReadonlyMap<string, ReadonlySet<string>> } {
  const changed: ProjectFile[] = [];
  const settings = new Map<string, ReadonlySet<string>>();
  for (const other of others) {
    if (other.edits.length === 0) {
      settings.set(other.path, other.file.settings);
      continue;
    }
    if (other.path === path) return refused('secret-from-elsewhere');
    if (files.find((one) => one.path === other.path)?.editable === false) return refused('not-editable');
    const after = editedOrNull(ownText(other.file), other.edits);
    if (after === null) return refused('edits-overlap');
    changed.push({ path: other.path, text: after });
  }
  for (const { path: changedPath, text } of changed) {
    const data = others.find((one) => one.path === changedPath && one.file.lead !== undefined);
    if (data) {
      if (!isJson(text)) return refused('cannot-read-back');
      continue;
    }
    const [before, after] = [others.find((one) => one.path === changedPath), again(text, changed, changedPath)];
    const was = before && again(before.file.text, [], changedPath);
    const readBack =
      was &&
      after.file.errors.length <= was.file.errors.length &&
      declaresAll(after.file, was.file) &&
      after.groups.length <= was.groups.length &&
      after.candidates.length <= was.candidates.length;
    if (!readBack) return refused('cannot-read-back');
    settings.set(changedPath, after.file.settings);
  }
  return { changed, settings };
}

/** What is left to do where the project keeps the vault's address outside its folder. */
function settingElsewhere(address: string, { path, analysis, files }: Planning): readonly Step[] {
  const { manifest } = analysis.language;
  const projects = files.filter((file) => manifest.isManifest(file.path));
  return manifest.settingsElsewhere?.(projects, path, [address], []) ?? [];
}

/** How a secret is kept that the code loads by itself. */
const loaded = (
  { way, secret, setting, address, opens }: LoadChange,
  service: Service | null,
  leaked: boolean,
): KeptSecret => ({ service: service?.id ?? null, leaked, way, secret, setting, address: opens ? address : null });

/** How a secret is kept that the code reads from a setting. */
const inSetting = (fix: FixKind, setting: string, service: Service | null): KeptSecret => ({
  service: service?.id ?? null,
  leaked: true,
  way: fix === 'setting' ? 'setting' : 'reference',
  secret: setting.toLowerCase().replace(/_/g, '-'),
  setting,
  address: null,
});

/** The part of a change that is no code: packages, and what is left to people. */
const projectOf = (planning: Planning, packages: readonly string[], settings: ReadonlySet<string>): ProjectChange =>
  changeProject(
    {
      document: planning.path,
      language: planning.analysis.language,
      files: planning.files,
      stillRead: new Map([[planning.path, settings]]),
      complete: planning.complete,
      locks: planning.locks,
    },
    packages,
    [],
  );

/** The migration that keeps a hardcoded secret, outside the code. */
export function planKept(
  candidate: Candidate,
  fix: Exclude<FixKind, 'identity'>,
  service: Service | null,
  planning: Planning,
): Plan {
  const { analysis, files, path, choice } = planning;
  const { file, parser } = analysis;
  const { span, kind } = candidate;
  const writer = parser.writer(file);
  const loads = fix === 'key-vault-client' || (fix === 'key-vault' && wayAt(span, file) === 'configuration');
  const load =
    loads && canKeep(span, file) ? changeLoaded(span, kind, service, path, file, writer, files, choice) : null;
  if (fix === 'key-vault-client' && load?.way !== 'client') return refused('no-place-to-wait');
  const change = load ?? changeKept(span, kind, service, file, writer, files);
  if ('id' in change) return { kind: 'refusal', ...change };
  const after = editedOrNull(file.text, change.edits);
  if (after === null) return refused('edits-overlap');
  const back = planning.again(after);
  if (
    back.file.errors.length > file.errors.length ||
    !declaresAll(back.file, file) ||
    back.candidates.length >= analysis.candidates.length
  )
    return refused('cannot-read-back');
  const project = projectOf(planning, load?.packages ?? [], back.file.settings);
  const added = load ? (load.opens ? [load.address] : []) : [change.setting];
  const elsewhere = load?.opens ? settingElsewhere(load.address, planning) : [];
  return migration(planning, fix, service, [{ path, edits: change.edits }, ...project.files, ...change.files], {
    title: keptFix(fix, change.setting).title,
    packages: load?.packages ?? [],
    settings: { added, removed: [] },
    role: fix === 'setting' ? null : secretsUser,
    work: {
      ...noWork,
      ...project.work,
      kept: [load ? loaded(load, service, true) : inSetting(fix, change.setting, service)],
      others: [...project.work.others, ...elsewhere],
    },
  });
}

/** The migration that fills a setting of the configuration from Key Vault: the secret has to stay. */
export function planFilled(group: UseGroup, place: Span, planning: Planning): Plan {
  const { analysis, files, path, choice } = planning;
  const { file, parser, language } = analysis;
  const why = identityRefusal(group, analysis, choice);
  const use = group.uses.find(({ match }) => match.node.start === place.start && match.node.end === place.end);
  const change = why && use && changeFilled(use, why, path, language, file, parser.writer(file), files, choice);
  if (!use || !change) return refused('nothing-to-do');
  const after = editedOrNull(file.text, change.edits);
  const back = after === null ? null : planning.again(after);
  if (
    !back ||
    back.file.errors.length > file.errors.length ||
    back.groups.length !== analysis.groups.length ||
    back.candidates.length > analysis.candidates.length
  )
    return refused('cannot-read-back');
  const project = projectOf(planning, change.packages, back.file.settings);
  return migration(
    planning,
    'key-vault',
    use.service,
    [{ path, edits: change.edits }, ...project.files, ...change.files],
    {
      title: keptFix('key-vault', change.setting).title,
      packages: change.packages,
      settings: { added: [change.address], removed: [] },
      role: secretsUser,
      work: {
        ...noWork,
        ...project.work,
        kept: [loaded(change, use.service, change.leaked)],
        others: [...project.work.others, ...settingElsewhere(change.address, planning)],
      },
    },
  );
}

function migration(
  { rule }: Planning,
  fix: FixKind,
  service: Service | null,
  files: readonly FileEdit[],
  rest: Pick<Migration, 'title' | 'packages' | 'settings' | 'role' | 'work'>,
): Migration {
  // Spans may be nodes of a syntax tree, with the secret in them: only their offsets leave the engine.
  const plain = ({ span, newText }: TextEdit): TextEdit => ({ span: { start: span.start, end: span.end }, newText });
  return {
    kind: 'migration',
    fix,
    rule,
    service: service?.id ?? null,
    files: files.map(({ path, edits }) => ({ path, edits: edits.map(plain) })),
    ...rest,
    steps: stepsOf(rest.work, serviceOf),
  };
}
