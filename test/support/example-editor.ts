import type { Example } from '../../src/services/service';
import { createSession } from '../../src/session/session';
import { createFakeEditor } from '../session/fake-editor';
import { fillNoting } from './fill';
import { taintOf } from './taint';

/** An editor with the examples of a service in a project, and what tells whether a text holds a part of their values. */
export function exampleEditor(
  examples: readonly Pick<Example, 'file' | 'before'>[],
  fakeOf: (at: number) => Parameters<typeof fillNoting>[1],
) {
  const filled = examples.map(({ file, before }, at) => ({
    key: `file:///work/e${String(at)}/${file}`,
    ...fillNoting(before, fakeOf(at)),
  }));
  const editor = createFakeEditor({
    'file:///work/package.json': '{\n  "dependencies": {}\n}\n',
    'file:///work/App.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
    ...Object.fromEntries(filled.map(({ key, text }) => [key, text])),
  });
  const session = editor.attach(createSession(editor.host));
  return { filled, editor, session, taint: taintOf(filled.flatMap(({ secrets }) => secrets)) };
}
