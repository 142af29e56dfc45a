import { editedOrNull } from '../core/edit';
import type { FixKind } from '../core/finding';
import type { Message } from '../core/message';
import type { Span } from '../core/span';
import type { Candidate } from '../detect/candidate';
import { secretsUser } from '../services/key-vault';
import type { Service } from '../services/service';
import { changeFilled } from './fill-setting';
import { canKeep, changeKept, wayAt } from './keep-secret';
import { changeLoaded } from './load-secret';
import type { Plan } from './migration';
import { migrationOf } from './migration-of';
import { identityRefusal } from './plan-identity';
import { refused } from './planning';
import type { Planning } from './planning';
import { changeProject } from './project';
import { readsBack } from './read-back';
import { keepSteps, loadSteps } from './steps';
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
  const { file, parser, language, candidates } = analysis;
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
  const fewer = { groups: back.groups.length, candidates: candidates.length - 1 };
  if (!readsBack(analysis, back, fewer)) return refused('cannot-read-back');
  const project = changeProject(path, language, load?.packages ?? [], [], files, back.file.settings);
  const added = load ? (load.opens ? [load.address] : []) : [change.setting];
  const elsewhere = load?.opens ? settingElsewhere(load.address, planning) : [];
  return migrationOf(planning, fix, service, [{ path, edits: change.edits }, ...project.files, ...change.files], {
    title: keptFix(fix, change.setting).title,
    packages: load?.packages ?? [],
    settings: { added, removed: [] },
    role: fix === 'setting' ? null : secretsUser,
    steps: [...project.steps, ...(load ? loadSteps(load) : keepSteps(fix, change.setting)), ...elsewhere],
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
  if (!back || !readsBack(analysis, back, { uses: 0 })) return refused('cannot-read-back');
  const project = changeProject(path, language, change.packages, [], files, back.file.settings);
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
      steps: [...project.steps, ...loadSteps(change, change.leaked), ...settingElsewhere(change.address, planning)],
    },
  );
}

/** What is left to do where the project keeps the vault's address outside its folder. */
function settingElsewhere(address: string, { path, analysis, files }: Planning): readonly Message[] {
  const { manifest } = analysis.language;
  const projects = files.filter((file) => manifest.isManifest(file.path));
  return manifest.settingsElsewhere?.(projects, path, [address], []) ?? [];
}
