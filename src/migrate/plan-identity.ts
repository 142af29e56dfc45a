import { editedOrNull } from '../core/edit';
import type { Refusal } from '../core/finding';
import { Redacted } from '../core/redacted';
import type { CredentialChoice } from '../languages/contract/credential';
import { sourcesOf } from '../languages/trace';
import type { Trace } from '../languages/trace';
import { roleFor } from '../services/identity';
import { noFollowUp } from '../steps/follow-up';
import type { Analysis } from './analysis';
import { candidatesOf } from './analysis';
import { draftOf } from './draft/draft';
import { isRefusal } from './draft/pass';
import { judge } from './judge/judge';
import type { Plan } from './migration';
import { migrationOf } from './migration-of';
import { textsAbout } from './names';
import { withOwnSetting } from './own-setting';
import { refused } from './planning';
import type { Planning } from './planning';
import { changeProject } from './project';
import { companionsOf, outdated } from './project-manifests';
import { othersAfter, readsBack } from './read-back';
import { refusal } from './refusals';
import { isSecretValue } from './secret-value';
import { identityTitle, servicesOf } from './titles';
import type { Use, UseGroup } from './uses';

/** Why the uses of one secret get no identity rewrite, as far as a scan can tell; null when they do. */
export function identityRefusal(group: UseGroup, analysis: Analysis, choice: CredentialChoice): Refusal | null {
  const why = judge(group, analysis);
  if (why) return why;
  const draft = draftOf(group, analysis, choice);
  return isRefusal(draft) ? draft : null;
}

/** The migration that moves every use of one secret to the identity: judged, drafted, read back, then the project and its steps. */
export function planIdentity(group: UseGroup, planning: Planning): Plan {
  const { analysis, files, path, choice, complete } = planning;
  const { file, parser, language } = analysis;
  const why = judge(group, analysis) ?? tooOld(group, planning);
  if (why) return { kind: 'refusal', ...why };
  const own = withOwnSetting(group, file, files, parser, planning.endpoints);
  const draft = draftOf(own, analysis, choice, { path, files, complete });
  if (isRefusal(draft)) return { kind: 'refusal', ...draft };
  const after = editedOrNull(file.text, draft.edits);
  if (after === null) return refused('edits-overlap');
  const others = othersAfter(draft.others, planning);
  if ('kind' in others) return others;
  const back = planning.reanalyse(after, others.changed);
  if (!readsBack(analysis, back, { uses: group.uses.length })) return refused('cannot-read-back');

  const services = servicesOf(group);
  const packages = [...draft.packages, ...companionsOf(path, language, services, files)];
  const project = changeProject(
    {
      document: path,
      language,
      files: files.filter((one) => !others.changed.some((other) => other.path === one.path)),
      stillRead: new Map([[path, back.file.settings], ...others.settings]),
      textsAfter: new Map([[path, after], ...others.changed.map((one) => [one.path, one.text] as const)]),
      facts: analysis.facts,
      complete,
      locks: planning.locks,
    },
    packages,
    draft.settings,
  );
  const [service] = services;
  const leaked = project.leaked || group.uses.some((use) => stoodInCode(use, analysis));
  const texts = textsAbout(group, analysis, draft.settings, files);
  return migrationOf(
    planning,
    'identity',
    service ?? null,
    [{ path, edits: draft.edits }, ...draft.others, ...project.files],
    {
      title: identityTitle(group, choice),
      packages,
      settings: { added: project.added, removed: project.removed },
      role: service ? roleFor(service.identity, planning.access(service)) : null,
      work: {
        ...noFollowUp,
        ...project.work,
        services: services.map((one) => ({
          service: one.id,
          access: planning.access(one) ?? null,
          leaked,
          values: planning.namesIn(one, texts),
        })),
        mustGo: mustGoOf(group, file.text),
        userAssigned: choice === 'userAssigned',
        added: project.added.map((name) => ({
          name,
          service: draft.settings.find(({ to }) => to === name)?.service.id ?? null,
          value: null,
        })),
        stays: draft.others.flatMap((other) => other.stays.map((name) => ({ name, file: other.path }))),
      },
    },
  );
}

/** Settings that the rewritten clients read by themselves, and that stop them. */
const mustGoOf = (group: UseGroup, text: string): string[] => [
  ...new Set(
    group.uses.flatMap(({ service, match }) =>
      (service.mustGo ?? [])
        .filter(({ code }) => code.test(text.slice(match.node.start, match.node.end)))
        .map(({ setting }) => setting),
    ),
  ),
];

/** The project has a package in a version that does not know the code without the secret. */
function tooOld({ uses }: UseGroup, { analysis, files, path }: Planning): Refusal | null {
  const patterns = uses.map(({ match }) => match.pattern);
  const old = outdated(path, analysis.language, patterns, files);
  return old && refusal('package-too-old', '', old);
}

/** True when a literal holds the secret, in this file or in the one that it is imported from. */
const stoodInCode = (use: Use, analysis: Analysis): boolean =>
  candidatesOf(analysis, use).length > 0 || sourcesOf(use.trace).some(isLiteralElsewhere);

function isLiteralElsewhere({ importedTrace: beyond, inner }: Trace): boolean {
  const from = (beyond ?? inner?.importedTrace)?.from;
  return from?.origin === 'literal' && (from.leaf.kind !== 'string' || isSecretValue(new Redacted(from.leaf.value)));
}
