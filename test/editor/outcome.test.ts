import { beforeEach, describe, expect, test, vi } from 'vitest';
import { say } from '../../src/core/message';
import type { Step } from '../../src/core/step';
import type { GuidanceSubject } from '../../src/editor/guidance-subject';
import { afterFix } from '../../src/editor/outcome';
import type { Planned } from '../../src/session/planner';
import { noFollowUp } from '../../src/steps/follow-up';

const window = vi.hoisted(() => ({ messages: [] as unknown[][], choose: undefined as string | undefined }));

vi.mock('vscode', () => ({
  l10n: {
    t: (template: string, args: Record<string, unknown> = {}) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name])),
  },
  window: {
    showInformationMessage: (...args: unknown[]) => {
      window.messages.push(args);
      return Promise.resolve(window.choose);
    },
    showWarningMessage: (...args: unknown[]) => {
      window.messages.push(args);
      return Promise.resolve(undefined);
    },
  },
  workspace: {},
  Range: class {},
  WorkspaceEdit: class {},
  DiagnosticSeverity: {},
  ThemeColor: class {},
  ThemeIcon: class {},
  Uri: {},
}));

const step = (id: string): Step => ({ id, kind: 'deploy', title: say(id), text: [say('Long.')], code: null });
const planned = (steps: readonly Step[]): Planned =>
  ({ kind: 'planned', migration: { steps, work: noFollowUp }, changes: [{}, {}] }) as unknown as Planned;
const subject: GuidanceSubject = { service: 'storage-blob', title: 'upload.ts, line 3' };

function view() {
  const shown: unknown[][] = [];
  const show = (...args: unknown[]): Promise<void> => {
    shown.push(args);
    return Promise.resolve();
  };
  return { shown, view: { show } };
}

beforeEach(() => {
  window.messages = [];
  window.choose = undefined;
});

describe('after a fix', () => {
  test('one short message counts what is left, with one button; the steps are in the side bar', async () => {
    const { shown, view: guidance } = view();
    await afterFix({ plan: planned([step('a'), step('b')]), subject, verify: null }, guidance);
    expect(window.messages).toEqual([['2 files changed. 2 steps are left to do by hand.', 'Show Steps']]);
    // Shown where it is open, brought to the front by the button only.
    expect(shown).toEqual([[{ ...subject, work: noFollowUp }, { reveal: false }]]);
  });

  test('the button reveals them', async () => {
    window.choose = 'Show Steps';
    const { shown, view: guidance } = view();
    await afterFix({ plan: planned([step('a')]), subject, verify: null }, guidance);
    await vi.waitFor(() => {
      expect(shown).toHaveLength(2);
    });
    expect(window.messages[0]?.[0]).toBe('2 files changed. 1 step is left to do by hand.');
    expect(shown[1]).toEqual([{ ...subject, work: noFollowUp }]);
  });

  test('where nothing is left, the guidance stays as it is', async () => {
    const { shown, view: guidance } = view();
    await afterFix({ plan: planned([]), subject, verify: null }, guidance);
    expect(window.messages).toEqual([['2 files changed.', 'Show Guidance']]);
    expect(shown).toEqual([[subject, { reveal: false }]]);
  });

  test('a text that changed meanwhile is all that is told', async () => {
    const { shown, view: guidance } = view();
    await afterFix({ plan: planned([step('a')]), subject, verify: () => Promise.resolve(false) }, guidance);
    expect(shown).toEqual([]);
    expect(window.messages).toHaveLength(1);
  });
});
