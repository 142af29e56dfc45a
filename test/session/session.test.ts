import { describe, expect, it, vi } from 'vitest';
import { english } from '../../src/core/message';
import type { Engine } from '../../src/engine/engine';
import { isCurrent } from '../../src/session/planner';
import type { Wish } from '../../src/session/planner';
import { createSession } from '../../src/session/session';
import type { Session } from '../../src/session/session';
import { refOf } from '../../src/session/store';
import { fake } from '../support/fake-secrets';
import { createFakeEditor } from './fake-editor';

const MANIFEST = '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.26.0"\n  }\n}\n';

const literal = (account: string): string => `import { BlobServiceClient } from '@azure/storage-blob';

export const service = BlobServiceClient.fromConnectionString('${fake.storageConnectionString({ account })}');
`;

const migrated = (account: string): string => `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();

export const service = new BlobServiceClient('https://${account}.blob.core.windows.net', credential);
`;

function stage(files: Record<string, string>, folders?: readonly string[]) {
  const editor = createFakeEditor(files, folders);
  const session = editor.attach(createSession(editor.host));
  return { editor, session };
}

const rulesOf = (session: Session, key: string): string[] =>
  (session.store.get(key)?.findings ?? []).map(({ finding }) => finding.rule);

function wishAt(session: Session, key: string): Wish {
  const [located] = session.store.get(key)?.findings ?? [];
  if (!located) throw new Error(`nothing was found in ${key}`);
  return { kind: 'one', finding: refOf(key, located), fix: 'identity' };
}

type PlanArguments = Parameters<Engine['plan']>;

const sortedKeys = (keys: Iterable<string>): string[] => [...keys].sort();

describe('a plan in an editor', () => {
  const code = 'file:///work/src/upload.ts';
  const manifest = 'file:///work/package.json';
  const project = (): Record<string, string> => ({ [manifest]: MANIFEST, [code]: literal('contoso') });

  it('changes the code and what belongs to it, in the documents that are open', async () => {
    const { editor, session } = stage(project());
    const before = editor.open(code).getText();
    await session.live.settled(code);
    const plan = await session.planner.plan(code, wishAt(session, code));
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    expect(editor.textOf(code)).toBe(before);
    editor.apply(plan.changes);
    expect(editor.textOf(code)).toBe(migrated('contoso'));
    expect(editor.textOf(manifest)).toContain('"@azure/identity"');
    await session.live.settled(code);
    expect(rulesOf(session, code)).toEqual([]);
  });

  it('opens a file that is not open yet, and has it looked at', async () => {
    const { editor, session } = stage(project());
    editor.open(code);
    await session.live.settled(code);
    const wish = wishAt(session, code);
    editor.close(code);
    const plan = await session.planner.plan(code, wish);
    expect(plan.kind).toBe('planned');
  });

  it('is made anew while the text changes, and given up when it never rests', async () => {
    const { editor, session } = stage(project());
    editor.open(code);
    await session.live.settled(code);
    const wish = wishAt(session, code);
    const engine = session.engines.of(code);
    const planning = vi.fn((...args: PlanArguments) => engine.plan(...args));
    const spied = vi.spyOn(session.engines, 'of').mockImplementation(() => ({
      ...session.engines.alone,
      plan: async (...args: PlanArguments) => {
        const made = await planning(...args);
        if (planning.mock.calls.length < 3) editor.replace(code, 0, 0, '// typed\n');
        return made;
      },
    }));
    const rested = await session.planner.plan(code, wish);
    expect(planning).toHaveBeenCalledTimes(3);
    if (rested.kind === 'refused') throw new Error(english(rested.message));
    editor.apply(rested.changes);
    expect(editor.textOf(code)).toContain('// typed\n// typed\n');

    spied.mockImplementation(() => ({
      ...session.engines.alone,
      plan: async (...args: PlanArguments) => {
        const made = await engine.plan(...args);
        editor.replace(code, 0, 0, ' ');
        return made;
      },
    }));
    editor.replace(code, 0, editor.textOf(code)!.length, literal('contoso'));
    await session.live.settled(code);
    const restless = await session.planner.plan(code, wishAt(session, code));
    expect(restless.kind === 'refused' && english(restless.message)).toMatch(/keeps changing/);
  });

  it('is not carried out when a file was typed into since', async () => {
    const { editor, session } = stage(project());
    editor.open(code);
    editor.open(manifest);
    await session.live.settled(code);
    const plan = await session.planner.plan(code, wishAt(session, code));
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    expect(plan.changes.every(isCurrent)).toBe(true);
    editor.replace(manifest, 0, 0, '\n');
    expect(plan.changes.every(isCurrent)).toBe(false);
  });

  it.each<[string, (editor: ReturnType<typeof createFakeEditor>) => void, RegExp]>([
    ['read-only', (editor) => editor.state.readOnly.add(code), /read-only/],
    [
      'no longer what it was',
      (editor) => editor.replace(code, 0, editor.textOf(code)!.length, 'const a = 1;'),
      /no longer/,
    ],
    [
      'gone',
      (editor) => {
        editor.close(code);
        editor.remove(code);
      },
      /cannot be opened/,
    ],
  ])('is refused for a file that is %s', async (_, change, reason) => {
    const { editor, session } = stage(project());
    editor.open(code);
    await session.live.settled(code);
    const wish = wishAt(session, code);
    change(editor);
    const plan = await session.planner.plan(code, wish);
    expect(plan.kind === 'refused' && english(plan.message)).toMatch(reason);
  });

  it('sees what is typed in other files and not saved yet', async () => {
    const setting = 'file:///work/src/config.ts';
    const reader = `import { BlobServiceClient } from '@azure/storage-blob';
import { connection } from './config';

export const service = BlobServiceClient.fromConnectionString(connection);
`;
    const { editor, session } = stage({
      [manifest]: MANIFEST,
      [setting]: 'export const connection = undefined;\n',
      [code]: reader,
    });
    editor.open(code);
    editor.open(setting);
    await session.live.settled(code);
    expect(session.store.get(code)?.findings[0]?.finding.origin).toBe('elsewhere');
    editor.replace(setting, 0, editor.textOf(setting)!.length, 'export const connection = process.env.STORAGE!;\n');
    await session.live.settled(code);
    expect(session.store.get(code)?.findings[0]?.finding.origin).toBe('environment');
    // And what is put away again.
    editor.close(setting);
    editor.write(setting, 'export const connection = undefined;\n');
    await session.live.settled(code);
    expect(session.store.get(code)?.findings[0]?.finding.origin).toBe('elsewhere');
  });
});

describe('folders of a workspace', () => {
  it('with the same project are planned each for itself', async () => {
    const folders = ['file:///one', 'file:///two'];
    const files = Object.fromEntries(
      folders.flatMap((folder) => [
        [`${folder}/package.json`, MANIFEST],
        [`${folder}/src/upload.ts`, literal('contoso')],
      ]),
    );
    const { editor, session } = stage(files, folders);
    const [code, other] = folders.map((folder) => `${folder}/src/upload.ts`) as [string, string];
    for (const key of [code, other]) editor.open(key);
    for (const key of [code, other]) await session.live.settled(key);
    const plan = await session.planner.plan(code, wishAt(session, code));
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    editor.apply(plan.changes);
    expect(sortedKeys(plan.changes.map(({ document }) => document.uri.toString()))).toEqual([
      'file:///one/package.json',
      'file:///one/src/upload.ts',
    ]);
    expect(editor.textOf(other)).toContain('fromConnectionString');
    expect(session.engines.of(code)).not.toBe(session.engines.of(other));
  });

  it('inside one another: a file belongs to the deepest, and nothing outside of that is edited', async () => {
    const code = 'file:///work/app/upload.ts';
    const { editor, session } = stage({ 'file:///work/package.json': MANIFEST, [code]: literal('contoso') }, [
      'file:///work',
      'file:///work/app',
    ]);
    editor.open(code);
    await session.live.settled(code);
    const plan = await session.planner.plan(code, wishAt(session, code));
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    expect(plan.changes.map(({ document }) => document.uri.toString())).toEqual([code]);
  });

  it('do not hold a document that stands alone: nothing but itself is read or edited', async () => {
    const code = 'file:///tmp/upload.ts';
    const { editor, session } = stage({ 'file:///tmp/package.json': MANIFEST, [code]: literal('contoso') });
    editor.open(code);
    await session.live.settled(code);
    expect(rulesOf(session, code)).toEqual(['hardcoded/storage-connection-string']);
    const plan = await session.planner.plan(code, wishAt(session, code));
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    expect(plan.changes.map(({ document }) => document.uri.toString())).toEqual([code]);
    expect(editor.state.read).toEqual([]);
    expect(editor.state.following).toBe(false);
  });
});

describe('a scan of the workspace', () => {
  const files = (): Record<string, string> => ({
    'file:///work/a.ts': literal('contoso'),
    'file:///work/b.ts': 'export const nothing = 1;\n',
    'file:///work/lib/c.ts': literal('fabrikam'),
  });

  it('lists what closed files hold, and says how many it looked at', async () => {
    const { session } = stage(files());
    expect(await session.scanWorkspace()).toEqual({ files: 3, unread: 0, bounded: false, cancelled: false });
    expect(sortedKeys(session.store.all().map(({ key }) => key))).toEqual([
      'file:///work/a.ts',
      'file:///work/lib/c.ts',
    ]);
    expect(session.store.get('file:///work/a.ts')).toMatchObject({ version: null, busy: false, skipped: null });
  });

  it('looks at a folder inside another one once', async () => {
    const { session } = stage(files(), ['file:///work', 'file:///work/lib']);
    expect((await session.scanWorkspace()).files).toBe(3);
    expect(sortedKeys(session.store.all().map(({ key }) => key))).toEqual([
      'file:///work/a.ts',
      'file:///work/lib/c.ts',
    ]);
  });

  it('ends when it is cancelled, and tells how far it is', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`file:///work/${i}.txt`, 'nothing']));
    const { session } = stage(many);
    const controller = new AbortController();
    const told: number[] = [];
    const outcome = await session.scanWorkspace({
      signal: controller.signal,
      onProgress(count) {
        told.push(count);
        if (count === 100) controller.abort();
      },
    });
    expect(outcome).toEqual({ files: 100, unread: 0, bounded: false, cancelled: true });
    expect(told).toEqual([50, 100]);
  });

  it('leaves out what the settings exclude', async () => {
    const { editor, session } = stage(files());
    editor.state.excluded.add('file:///work/a.ts');
    expect((await session.scanWorkspace()).files).toBe(2);
    expect(session.store.get('file:///work/a.ts')).toBeUndefined();
  });

  it('leaves an open document to its own scan', async () => {
    const { editor, session } = stage(files());
    editor.open('file:///work/a.ts');
    await session.live.settled('file:///work/a.ts');
    await session.scanWorkspace();
    expect(session.store.get('file:///work/a.ts')?.version).toBe(1);
    // Closed again, it is what the disk holds.
    editor.close('file:///work/a.ts');
    await vi.waitFor(() => {
      expect(session.store.get('file:///work/a.ts')?.version).toBeNull();
    });
  });
});

describe('files that change while they are closed', () => {
  const code = 'file:///work/app.ts';
  const config = 'file:///work/config.ts';
  const project = (): Record<string, string> => ({
    [config]: 'export const connection = undefined;\n',
    [code]: `import { BlobServiceClient } from '@azure/storage-blob';
import { connection } from './config';

export const service = BlobServiceClient.fromConnectionString(connection);
`,
  });
  const originIn = (session: Session): string | null | undefined =>
    session.store.get(code)?.findings[0]?.finding.origin;

  it('are looked at again, and those whose secrets come from them', async () => {
    const { editor, session } = stage(project());
    await session.scanWorkspace();
    expect(originIn(session)).toBe('elsewhere');
    expect(editor.state.following).toBe(true);
    editor.write(config, 'export const connection = process.env.STORAGE!;\n');
    await vi.waitFor(() => {
      expect(originIn(session)).toBe('environment');
    });
    editor.remove(config);
    await vi.waitFor(() => {
      expect(originIn(session)).toBe('elsewhere');
    });
  });

  it('are forgotten when they are deleted, alone or with their folder', async () => {
    const { editor, session } = stage({
      'file:///work/a.ts': literal('contoso'),
      'file:///work/lib/b/c.ts': literal('x'),
    });
    await session.scanWorkspace();
    editor.remove('file:///work/a.ts');
    editor.remove('file:///work/lib');
    await vi.waitFor(() => {
      expect(session.store.all()).toEqual([]);
    });
  });

  it('in another folder, at the same path, are no reason to look again', async () => {
    const folders = ['file:///one', 'file:///two'];
    const files = Object.fromEntries(
      folders.flatMap((folder) =>
        Object.entries(project()).map(([key, text]) => [key.replace('file:///work', folder), text]),
      ),
    );
    const { editor, session } = stage(files, folders);
    await session.scanWorkspace();
    editor.state.read.length = 0;
    editor.write('file:///two/config.ts', 'export const connection = process.env.STORAGE!;\n');
    await vi.waitFor(() => {
      expect(session.store.get('file:///two/app.ts')?.findings[0]?.finding.origin).toBe('environment');
    });
    expect(editor.state.read.filter((key) => key.startsWith('file:///one'))).toEqual([]);
  });
});

describe('the index of a workspace', () => {
  const code = 'file:///work/src/upload.ts';
  const plain = 'file:///work/src/sum.ts';
  const files = (): Record<string, string> => ({ [code]: literal('contoso'), [plain]: 'export const sum = 1 + 1;\n' });

  it('is left to the background, once, when a document has to do with Azure', async () => {
    const { editor, session } = stage(files());
    editor.open(plain);
    await session.live.settled(plain);
    expect(editor.state.background).toEqual([]);
    editor.open(code);
    await session.live.settled(code);
    editor.replace(code, 0, 0, '// typed\n');
    await session.live.settled(code);
    expect(editor.state.background).toHaveLength(1);
  });

  it('is told from its first to its last file', async () => {
    const { editor, session } = stage(files());
    editor.open(code);
    await session.live.settled(code);
    const seen: string[] = [];
    for (const work of editor.state.background)
      await work({ onProgress: ({ done, total }) => seen.push(`${done} of ${total}`) });
    expect(seen.at(-1)).toBe('2 of 2');
    expect(editor.state.errors).toEqual([]);
  });

  it('ends when it is cancelled, without an error', async () => {
    const { editor, session } = stage(files());
    editor.open(code);
    await session.live.settled(code);
    const seen: number[] = [];
    const run = { signal: AbortSignal.abort(), onProgress: ({ done }: { done: number }) => seen.push(done) };
    for (const work of editor.state.background) await work(run);
    expect(seen).toEqual([]);
    expect(editor.state.errors).toEqual([]);
  });
});

describe('a secret in the path of a file', () => {
  it('is found by a scan of the workspace, also where the file is no text', async () => {
    const value = fake.entraClientSecret();
    const [text, photo] = [`file:///work/client_secret=${value}.txt`, `file:///work/client_secret=${value}/photo.png`];
    const { session } = stage({
      [text]: 'clean\n',
      [photo]: '\u0089PNG\u0000\u0000\u0000',
      'file:///work/a.txt': 'clean\n',
    });
    await session.scanWorkspace();
    const shown = [...session.store.all()].map(({ key, findings }) => [
      key === text ? 'text' : key === photo ? 'photo' : key,
      findings.map(({ finding: { rule, message, span } }) => [rule, english(message), span]),
    ]);
    const finding = [
      'hardcoded/entra-client-secret',
      'The path of this file holds a secret: Microsoft Entra client secret',
      { start: 0, end: 0 },
    ];
    expect(Object.fromEntries(shown)).toEqual({ text: [finding], photo: [finding] });
  });
});
