// What runs in the browser's worker: the engine and a session over files in memory, and a way to ask them.
import { applyEdits } from '../../src/core/edit';
import type { SourceDocument } from '../../src/core/document';
import { english } from '../../src/core/message';
import { createEngine } from '../../src/engine/engine';
import { createSession } from '../../src/session/session';
import { refOf } from '../../src/session/store';
import { createFakeEditor } from '../session/fake-editor';
import { memoryFiles } from '../support/memory-files';

/** A question to the worker. `files`: all there is, by path. */
export interface Question {
  readonly call: 'scanText' | 'scan' | 'plan' | 'session';
  readonly files: Readonly<Record<string, string>>;
  /** The file that the question is about. */
  readonly path: string;
}

export interface FoundAt {
  readonly rule: string;
  /** The text under the finding. */
  readonly text: string;
}

/** Plain data: what a worker can send. */
export interface Answer {
  readonly findings: readonly FoundAt[];
  /** The files after the plan; those that it leaves alone are not there. */
  readonly after: Readonly<Record<string, string>>;
  /** Why there is no plan; empty when there is one, or none was asked for. */
  readonly refusal: string;
}

/** The part of a worker's own scope that is used here; the web's types are not loaded. */
interface WorkerScope {
  onmessage: (event: { readonly data: { readonly id: number; readonly question: Question } }) => void;
  postMessage(message: { readonly id: number; readonly answer?: Answer; readonly error?: string }): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, question } }) => {
  answerTo(question).then(
    (answer) => scope.postMessage({ id, answer }),
    (error: unknown) => scope.postMessage({ id, error: error instanceof Error ? String(error.stack) : 'unknown' }),
  );
};

async function answerTo(question: Question): Promise<Answer> {
  const { call, files, path } = question;
  if (call === 'session') return inSession(question);
  const engine = createEngine({ files: memoryFiles(files) });
  const document: SourceDocument = { path, text: files[path] ?? '' };
  const { findings } = call === 'scanText' ? engine.scanText(document) : await engine.scan(document);
  const found = findings.map(({ rule, span }) => ({ rule, text: document.text.slice(span.start, span.end) }));
  if (call !== 'plan') return { findings: found, after: {}, refusal: '' };
  const plan = await engine.plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') return { findings: found, after: {}, refusal: english(plan.message) };
  const after = plan.files.map((file) => [file.path, applyEdits(files[file.path] ?? '', file.edits)] as const);
  return { findings: found, after: Object.fromEntries(after), refusal: '' };
}

/** Opens the file, fixes what is found first, and tells what is found then. */
async function inSession({ files, path }: Question): Promise<Answer> {
  const root = 'memory:/project';
  const editor = createFakeEditor(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${root}/${name}`, text])),
    [root],
  );
  const session = editor.attach(createSession(editor.host));
  const key = `${root}/${path}`;
  editor.open(key);
  await session.live.settled(key);
  const [first] = session.store.get(key)?.findings ?? [];
  if (!first) return { findings: [], after: {}, refusal: 'nothing was found' };
  const wish = { kind: 'one', finding: refOf(key, first), fix: 'identity' } as const;
  const plan = await session.planner.plan(key, wish);
  if (plan.kind === 'refused') return { findings: [], after: {}, refusal: english(plan.message) };
  editor.apply(plan.changes);
  await session.live.settled(key);
  const left = session.store.get(key)?.findings ?? [];
  const after = Object.keys(files).map((name) => [name, editor.textOf(`${root}/${name}`) ?? ''] as const);
  session.dispose();
  return {
    findings: left.map(({ finding }) => ({ rule: finding.rule, text: '' })),
    after: Object.fromEntries(after.filter(([name, text]) => text !== files[name])),
    refusal: '',
  };
}
