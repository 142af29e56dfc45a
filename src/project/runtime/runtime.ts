import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { Project } from '../project';

/** Where code runs. `function`: on a Functions host; `test`: only when tests do; `unknown` is an honest answer. */
export type RuntimeKind = 'server' | 'function' | 'browser' | 'edge' | 'mobile' | 'desktop' | 'test' | 'unknown';

export interface Runtime {
  readonly kind: RuntimeKind;
  /** What says so, as a part of a sentence: "package.json depends on @angular/core". Null where nothing does. */
  readonly evidence: Message | null;
}

/** What judges of where code runs are told: the file, its project, and names of files around it. */
export interface RuntimeClues {
  readonly path: string;
  /** Below the folder of the project. */
  readonly relative: string;
  readonly name: string;
  readonly text: string;
  readonly project: Project | null;
  /** Names of files in a folder. */
  readonly names: (folder: string) => Promise<ReadonlySet<string>>;
  readonly read: (path: string) => Promise<string | null>;
}

export const unknown: Runtime = { kind: 'unknown', evidence: null };

export const dependsOn = (kind: RuntimeKind, manifest: string, name: string): Runtime => ({
  kind,
  evidence: say('{manifest} depends on {name}', { manifest, name }),
});

/** `code` is shown as it is in the file; it never holds a value of a person. */
export const contains = (kind: RuntimeKind, file: string, code: string): Runtime => ({
  kind,
  evidence: say('{file} contains {code}', { file, code }),
});

export const placedAt = (kind: RuntimeKind, pattern: string, framework: string): Runtime => ({
  kind,
  evidence: say('files like {pattern} are run by {framework}', { pattern, framework }),
});

export const isThere = (kind: RuntimeKind, file: string): Runtime => ({
  kind,
  evidence: say('the project contains {file}', { file }),
});

/** The first dependency of a list that the project has. */
export function dependency(kind: RuntimeKind, project: Project, names: readonly string[]): Runtime | null {
  for (const name of names) {
    const manifest = project.dependencies.get(name);
    if (manifest !== undefined) return dependsOn(kind, manifest, name);
  }
  return null;
}
