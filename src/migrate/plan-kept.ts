import { editedOrNull } from '../core/edit';
import type { FixKind } from '../core/finding';
import type { Span } from '../core/span';
import type { Step } from '../core/step';
import type { Candidate } from '../detect/candidate';
import { secretsUser } from '../services/key-vault/common';
import type { CodeFile } from '../languages/contract/file';
import type { Service } from '../services/service';
import { noFollowUp } from '../steps/follow-up';
import type { KeptSecret } from '../steps/follow-up';
import { changeFilled } from './fill-setting';
import { canKeep, changeKept, wayAt } from './keep-secret';
import type { KeepChange } from './keep-secret';
import { changeLoaded } from './load-secret';
import type { LoadChange } from './load-secret';
import type { Plan } from './migration';
import { migrationOf } from './migration-of';
import { identityRefusal } from './plan-identity';
import { refused } from './planning';
import type { Planning } from './planning';
import { changeProject } from './project';
import type { ProjectChange } from './project';
import { readsBack } from './read-back';
import { keptFix } from './titles';
import type { UseGroup } from './uses';

/** The migration that keeps a hardcoded secret, outside the code. */
export function planKept(
  candidate: Candidate,
  fix: Exclude<FixKind, 'identity'>,
  service: Service | null,
  planning: Planning,
): Plan {
  const { analysis, files, path, choice } = planning;
  const { file, parser, candidates } = analysis;
  const { span, kind } = candidate;
  const writer = parser.writer(file);
  const load =
    mayLoad(span, fix, file) && canKeep(span, file)
      ? changeLoaded(span, kind, service, path, file, writer, files, choice)
      : null;
  if (fix === 'key-vault-client' && load?.way !== 'client') return refused('no-place-to-wait');
  const change = load ?? changeKept(span, kind, service, file, writer, files);
  if ('id' in change) return { kind: 'refusal', ...change };
  const after = editedOrNull(file.text, change.edits);
  if (after === null) return refused('edits-overlap');
  const back = planning.reanalyse(after);
  const fewer = { groups: back.groups.length, candidates: candidates.length - 1 };
  if (!readsBack(analysis, back, fewer)) return refused('cannot-read-back');
  if (!load) return keptInSetting(change, fix, service, planning, back.file.settings);
  const project = projectOf(planning, load.packages, back.file.settings);
  const elsewhere = load.opens ? settingElsewhere(load.address, planning) : [];
  return migrationOf(planning, fix, service, [{ path, edits: change.edits }, ...project.files, ...change.files], {
    title: keptFix(fix, change.setting).title,
    packages: load.packages,
    settings: { added: load.opens ? [load.address] : [], removed: [] },
    role: fix === 'setting' ? null : secretsUser,
    work: {
      ...noFollowUp,
      ...project.work,
      kept: [loaded(load, service, true)],
      others: [...project.work.others, ...elsewhere],
    },
  });
}

/** True where the code itself may load the value from Key Vault. */
export const mayLoad = (span: Span, fix: FixKind, file: CodeFile): boolean =>
  fix === 'key-vault-client' || (fix === 'key-vault' && wayAt(span, file) === 'configuration');

/** The migration of a value that the code reads from a setting. `settings` are those that it reads then. */
export function keptInSetting(
  { edits, files, setting }: KeepChange,
  fix: Exclude<FixKind, 'identity'>,
  service: Service | null,
  planning: Omit<Planning, 'reanalyse'>,
  settings: ReadonlySet<string>,
): Plan {
  const project = projectOf(planning, [], settings);
  return migrationOf(planning, fix, service, [{ path: planning.path, edits }, ...project.files, ...files], {
    title: keptFix(fix, setting).title,
    packages: [],
    settings: { added: [setting], removed: [] },
    role: fix === 'setting' ? null : secretsUser,
    work: { ...noFollowUp, ...project.work, kept: [inSetting(fix, setting, service)] },
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
  const back = after === null ? null : planning.reanalyse(after);
  if (!back || !readsBack(analysis, back, { uses: 0 })) return refused('cannot-read-back');
  const project = projectOf(planning, change.packages, back.file.settings);
  return migrationOf(
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
        ...noFollowUp,
        ...project.work,
        kept: [loaded(change, use.service, change.leaked)],
        others: [...project.work.others, ...settingElsewhere(change.address, planning)],
      },
    },
  );
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
const projectOf = (
  planning: Omit<Planning, 'reanalyse'>,
  packages: readonly string[],
  settings: ReadonlySet<string>,
): ProjectChange =>
  changeProject(
    {
      document: planning.path,
      language: planning.analysis.language,
      files: planning.files,
      stillRead: new Map([[planning.path, settings]]),
      textsAfter: new Map(),
      facts: planning.analysis.facts,
      complete: planning.complete,
      locks: planning.locks,
    },
    packages,
    [],
  );
