import type { Message } from '../core/message';
import type { Step } from '../core/step';
import type { Engine } from '../engine/engine';
import type { Iac } from '../guide/guidance';
import type { ServiceProgress } from '../guide/render-report';
import { isRecord, recordOf } from './record';

/** How far a team has come, as one person's workspace holds it and as a file that can be shared. Nothing in it is secret. */
export interface Progress {
  readonly host: string | null;
  readonly iac: Iac;
  /** Answers to the questions of the decision, by question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, ServiceState | undefined>>;
}

export interface ServiceState {
  /** Ids of the steps that are done. */
  readonly done: readonly string[];
  /** The most findings a scan of everything has ever shown: what is missing of them is migrated. */
  readonly most: number;
}

export const noProgress: Progress = { host: null, iac: 'cli', answers: {}, services: {} };

export const isIac = (value: unknown): value is Iac => value === 'cli' || value === 'bicep' || value === 'terraform';

/** The file's text: JSON, keys in order, so that versions can be compared. */
export function progressText({ host, iac, answers, services }: Progress): string {
  const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const states = Object.entries(sorted(services)).flatMap(([id, state]) =>
    state ? [[id, { done: [...state.done].sort(), most: state.most }] as const] : [],
  );
  const file = { version: 1, host, iac, answers: sorted(answers), services: Object.fromEntries(states) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value);

/** Ids of steps name settings and files too. */
const isStepId = (value: unknown): value is string => typeof value === 'string' && /^[^\p{Cc}]{1,400}$/u.test(value);

/** Reads the file's text; null when it is no such file. What has not the shape of an id is left out. */
export function parseProgress(text: string): Progress | null {
  const value = recordOf(text);
  if (!value) return null;
  const { host, iac, answers, services } = value;
  if (!isRecord(services)) return null;
  const states = Object.entries(services).flatMap(([id, state]) => {
    if (!isId(id) || !isRecord(state)) return [];
    const { done, most } = state;
    const count = typeof most === 'number' && Number.isSafeInteger(most) && most > 0 ? most : 0;
    return [[id, { done: Array.isArray(done) ? done.filter(isStepId) : [], most: count }] as const];
  });
  const given = Object.entries(isRecord(answers) ? answers : {}).flatMap(([id, answer]) =>
    isId(id) && isId(answer) ? [[id, answer] as const] : [],
  );
  return {
    host: isId(host) ? host : null,
    iac: isIac(iac) ? iac : 'cli',
    answers: Object.fromEntries(given),
    services: Object.fromEntries(states),
  };
}

/** Two people's progress as one: what either has done is done. Host, tool and answers are those of `theirs` where it has any. */
export function mergeProgress(ours: Progress, theirs: Progress): Progress {
  const ids = [...new Set([...Object.keys(ours.services), ...Object.keys(theirs.services)])];
  const services = ids.map((id) => {
    const [one, other] = [ours.services[id], theirs.services[id]];
    const done = [...new Set([...(one?.done ?? []), ...(other?.done ?? [])])];
    return [id, { done, most: Math.max(one?.most ?? 0, other?.most ?? 0) }] as const;
  });
  return {
    host: theirs.host ?? ours.host,
    iac: theirs.host === null ? ours.iac : theirs.iac,
    answers: { ...ours.answers, ...theirs.answers },
    services: Object.fromEntries(services),
  };
}

/** What steps were called before their ids named the service, and which step of a list each is now. */
const FORMER: Readonly<Record<string, (step: Step) => boolean>> = {
  'enable-identity': ({ kind }) => kind === 'identity',
  'grant-role': ({ kind }) => kind === 'role',
  'grant-sql': ({ kind, id }) => kind === 'role' && id.endsWith(':sql'),
  settings: ({ kind }) => kind === 'set-setting',
  bindings: ({ id }) => id.startsWith('set-setting:bindings:'),
  prove: ({ kind }) => kind === 'prove',
  rotate: ({ kind }) => kind === 'rotate',
  'rotate-sql': ({ kind, id }) => kind === 'rotate' && id.endsWith(':sql'),
  'disable-keys': ({ kind }) => kind === 'disable-keys',
  store: ({ kind }) => kind === 'store',
  read: ({ kind }) => kind === 'set-setting',
};

/** The ids of steps that are done, as the steps are called today. Those of other lists stay as they are. */
export function doneOf(steps: readonly Step[], done: readonly string[]): string[] {
  const today = done.map((id) => {
    const was = Object.hasOwn(FORMER, id) ? FORMER[id] : undefined;
    return (was && steps.find(was)?.id) ?? id;
  });
  return [...new Set(today)];
}

type Counted = readonly { readonly service: string | null }[];

const countOf = (findings: Counted): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { service } of findings) if (service !== null) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
};

/** The progress after everything was scanned: `most` grows where there are more findings than ever. */
export function counted(progress: Progress, findings: Counted): Progress {
  const services = { ...progress.services };
  for (const [id, count] of countOf(findings)) {
    const state = services[id];
    services[id] = { done: state?.done ?? [], most: Math.max(state?.most ?? 0, count) };
  }
  return { ...progress, services };
}

/** A row of the report for each service that has, or once had, findings or ticks. */
export function serviceProgress(
  engine: Pick<Engine, 'explain' | 'services'>,
  findings: Counted,
  progress: Progress,
  translate: (message: Message) => string,
): ServiceProgress[] {
  const open = countOf(findings);
  return engine.services.flatMap(({ id, title }): ServiceProgress[] => {
    const state = progress.services[id];
    const left = open.get(id) ?? 0;
    const most = Math.max(state?.most ?? 0, left);
    if (most === 0 && (state?.done ?? []).length === 0) return [];
    const guidance = engine.explain(id, progress.host ?? undefined, progress.iac, { translate });
    const steps = guidance?.steps ?? [];
    const ticked = doneOf(steps, state?.done ?? []);
    const checklist = steps.map((step) => ({ title: translate(step.title), done: ticked.includes(step.id) }));
    const done = checklist.filter((step) => step.done).length;
    return [{ title, open: left, migrated: most - left, done, steps: checklist.length, checklist }];
  });
}
