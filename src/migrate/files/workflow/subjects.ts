import { at, itemsOf, pairsOf, textOf } from '../../../formats/yaml/tree';
import type { YamlNode } from '../../../formats/yaml/tree';
import { isHarmless } from '../../../steps/placeholders';
import type { WorkflowStep } from './workflow';

/** A name that may be part of a command, else a place to fill in. */
const orPlace = (name: string, place: string): string => (isHarmless(name) ? name : place);

/** The environment of a job; null without one. */
export function environmentOf({ job }: Pick<WorkflowStep, 'job'>): string | null {
  const given = at(job.value, 'environment');
  const name = textOf(given) ?? textOf(at(given, 'name'));
  return name === null ? null : orPlace(name, '<environment>');
}

/** ` --env production`, for commands that set or delete what a job reads. */
export function levelOf(place: Pick<WorkflowStep, 'job'>): string {
  const environment = environmentOf(place);
  return environment === null ? '' : ` --env ${environment}`;
}

const named = (push: YamlNode | null, key: string): string[] => itemsOf(at(push, key)).map((one) => textOf(one) ?? '');

function refsOf(push: YamlNode | null): string[] {
  const branches = named(push, 'branches').filter((name) => !name.startsWith('!'));
  const hasTags = at(push, 'tags') !== null;
  const refs = branches.map((name) => `ref:refs/heads/${orPlace(name, '<branch>')}`);
  if (refs.length === 0 && !hasTags) refs.push('ref:refs/heads/<branch>');
  return hasTags ? [...refs, 'ref:refs/tags/<tag>'] : refs;
}

/** What follows `repo:<organization>/<repository>:` in the tokens of a job. */
export function subjectsOf(place: Pick<WorkflowStep, 'root' | 'job'>): string[] {
  const environment = environmentOf(place);
  if (environment !== null) return [`environment:${environment}`];
  const on = at(place.root, 'on');
  const one = textOf(on);
  const events =
    on?.kind === 'map'
      ? pairsOf(on).map(({ key }) => key.text)
      : one !== null
        ? [one]
        : itemsOf(on).map((event) => textOf(event) ?? '');
  const subjects = events.flatMap((event): string[] => {
    if (event === 'push') return refsOf(at(on, 'push'));
    if (event === 'pull_request') return ['pull_request'];
    return event === 'release' ? ['ref:refs/tags/<tag>'] : ['ref:refs/heads/<branch>'];
  });
  return [...new Set(subjects.length > 0 ? subjects : ['ref:refs/heads/<branch>'])];
}
