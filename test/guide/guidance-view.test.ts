import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { ToGuidanceView } from '../../src/editor/guidance-messages';
import { fromGuidanceView } from '../../src/editor/guidance-messages';
import type { GuidanceContext } from '../../src/session/guidance-context';
import { createProgressMemory } from '../../src/editor/guidance-memory';
import { registerGuidanceView } from '../../src/editor/guidance-view';
import type { Engine } from '../../src/engine/engine';
import { explainSubject, hosts } from '../../src/guide/explain';
import type { CodeChange } from '../../src/guide/render-change';
import { services } from '../../src/services';
import { noFollowUp } from '../../src/steps/follow-up';
import type { FollowUp } from '../../src/steps/follow-up';

type Provider = { resolveWebviewView(view: unknown): void };

const window = vi.hoisted(() => ({
  provider: undefined as Provider | undefined,
  inserted: [] as unknown[][],
  clipboard: '',
  ran: [] as unknown[][],
}));

vi.mock('vscode', () => ({
  env: {
    language: 'en',
    clipboard: {
      writeText: (text: string) => {
        window.clipboard = text;
        return Promise.resolve();
      },
    },
  },
  commands: {
    executeCommand: (...args: unknown[]) => {
      window.ran.push(args);
      return Promise.resolve();
    },
  },
  l10n: {
    t: (template: string, ...args: unknown[]) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) =>
        String(
          (typeof args[0] === 'object'
            ? (args[0] as Record<string, unknown>)
            : (args as unknown as Record<string, unknown>))[name],
        ),
      ),
  },
  Uri: { joinPath: (base: string, ...path: string[]) => ({ toString: () => [base, ...path].join('/') }) },
  window: {
    activeTerminal: undefined,
    createTerminal: () => ({ show: () => undefined, sendText: (...args: unknown[]) => window.inserted.push(args) }),
    registerWebviewViewProvider: (_: string, provider: Provider) => {
      window.provider = provider;
      return { dispose: () => undefined };
    },
  },
  DiagnosticSeverity: {},
  ThemeColor: class {},
  ThemeIcon: class {},
}));

/** What one window holds; `memory` outlives it, as the workspace's state does. */
function open(memory: Map<string, unknown>, explain?: Engine['explain'], around?: Partial<GuidanceContext>) {
  const engine = {
    hosts,
    explain: explain ?? ((subject, host, iac, options) => explainSubject(services, subject, { ...options, host, iac })),
  } as Engine;
  const context = {
    extensionUri: 'ext:',
    subscriptions: [],
    workspaceState: {
      get: (key: string) => memory.get(key),
      update: (key: string, value: unknown) => {
        memory.set(key, value);
        return Promise.resolve();
      },
    },
  } as unknown as ExtensionContext;
  const none: GuidanceContext = {
    now: () => null,
    change: () => Promise.resolve(null),
    around: () => Promise.resolve({ tracking: 'unknown', places: { summary: null, list: [] } }),
    clues: () => Promise.resolve({ values: {} }),
    likelyHost: () => Promise.resolve(null),
  };
  const progress = createProgressMemory(context.workspaceState);
  const view = registerGuidanceView(context, { engine, progress, context: { ...none, ...around } });
  const posted: ToGuidanceView[] = [];
  let send: (message: unknown) => Promise<void> = () => Promise.resolve();
  const webview = {
    html: '',
    options: {},
    cspSource: 'https://csp.test',
    asWebviewUri: (uri: unknown) => uri,
    postMessage: (message: ToGuidanceView) => posted.push(message),
    onDidReceiveMessage: (listener: (message: unknown) => Promise<void>) => {
      send = listener;
    },
  };
  window.provider?.resolveWebviewView({ webview, visible: true, onDidDispose: () => undefined });
  return { view, progress, webview, posted, last: () => posted.at(-1), send: (message: unknown) => send(message) };
}

beforeEach(() => {
  window.inserted = [];
  window.ran = [];
  window.clipboard = '';
});

const subject = { rule: 'hardcoded/storage-account-key', service: 'storage-blob', title: 'upload.ts' };

describe('the page', () => {
  test('runs our script only, loads nothing from outside', () => {
    const { webview } = open(new Map());
    const csp = /Content-Security-Policy" content="([^"]*)"/.exec(webview.html)?.[1] ?? '';
    expect(csp).toMatch(/^default-src 'none'; style-src https:\/\/csp\.test; script-src 'nonce-[0-9a-f]{32}';$/);
    expect(webview.html.match(/<script/g)).toHaveLength(1);
    expect(webview.html).not.toMatch(/ style=| on[a-z]+=/);
    expect(JSON.stringify(webview.options)).toContain('localResourceRoots');
  });

  test('labels its pickers', () => {
    const { webview } = open(new Map());
    for (const id of ['host', 'iac']) expect(webview.html).toContain(`<label for="${id}">`);
    for (const { id } of hosts) expect(webview.html).toContain(`<option value="${id}">`);
  });
});

describe('what it shows', () => {
  test('asks for a finding first, with one thing to do', async () => {
    const { last, send } = open(new Map());
    await send({ type: 'ready' });
    expect(last()).toMatchObject({ type: 'show', state: 'empty' });
    await send({ type: 'action', action: 'findings' });
    expect(window.ran).toEqual([['secretless.findings.focus']]);
  });

  test('a finding: its service, with the reason of its rule', async () => {
    const { view, last } = open(new Map());
    await view.show(subject);
    const page = last();
    expect(page).toMatchObject({ type: 'show', state: 'guidance', host: 'app-service', iac: 'cli' });
    expect(page?.type === 'show' && page.html).toContain('Why it matters');
    expect(window.ran[0]?.[0]).toBe('secretless.guidance.focus');
  });

  test('keeps subject, host, tool and ticks over a reload', async () => {
    const memory = new Map<string, unknown>();
    const first = open(memory);
    await first.view.show(subject, { reveal: false });
    await first.send({ type: 'choose', host: 'aks', iac: 'terraform' });
    await first.send({ type: 'tick', step: 'prepare', done: true });
    expect(first.last()).toMatchObject({ type: 'progress', text: '1 of 11 steps done' });
    const second = open(memory);
    await second.send({ type: 'ready' });
    const page = second.last();
    expect(page).toMatchObject({ state: 'guidance', host: 'aks', iac: 'terraform' });
    expect(page?.type === 'show' && page.html).toContain('data-tick="prepare" checked');
    await second.send({ type: 'tick', step: 'prepare', done: false });
    expect(second.last()).toMatchObject({ type: 'progress', text: '0 of 11 steps done' });
  });

  test('a host or tool that does not exist changes nothing', async () => {
    const { view, send, last } = open(new Map());
    await view.show(subject, { reveal: false });
    await send({ type: 'choose', host: 'mainframe', iac: 'cli' });
    await send({ type: 'choose', host: 'aks', iac: 'pulumi' });
    expect(last()).toMatchObject({ host: 'app-service', iac: 'cli' });
  });

  test('trouble is said, and can be tried again', async () => {
    let broken = true;
    const { view, last, send } = open(new Map(), (...args) => {
      if (broken) throw new Error('no');
      return explainSubject(services, args[0], {});
    });
    await view.show(subject, { reveal: false });
    expect(last()).toMatchObject({ state: 'error' });
    broken = false;
    await send({ type: 'action', action: 'retry' });
    expect(last()).toMatchObject({ state: 'guidance' });
  });

  test('an unknown subject is said to have no guidance', async () => {
    const { view, last } = open(new Map());
    await view.show({ service: 'no-such-service' }, { reveal: false });
    expect(last()).toMatchObject({ state: 'error' });
  });
});

describe('the decision', () => {
  test('answers are kept with the workspace and change the identity of the steps', async () => {
    const memory = new Map<string, unknown>();
    const { view, send, last } = open(memory);
    const html = () => {
      const page = last();
      return page?.type === 'show' ? page.html : '';
    };
    await view.show(subject, { reveal: false });
    expect(html()).toContain('id="answer-shared-yes"');
    expect(html()).not.toContain('id="answer-entra-yes"');
    for (const [question, answer] of [
      ['change', 'now'],
      ['shared', 'yes'],
      ['audit', 'together'],
      ['others', 'no'],
    ]) {
      await send({ type: 'answer', question, answer });
    }
    expect(html()).toContain('User-assigned managed identity');
    expect(html()).toContain('AZURE_CLIENT_ID');
    const again = open(memory);
    await again.send({ type: 'ready' });
    const page = again.last();
    expect(page?.type === 'show' && page.html).toMatch(/id="answer-shared-yes"[^>]* checked/);
  });

  test('what is no answer is dropped', async () => {
    const { view, send, last } = open(new Map());
    await view.show(subject, { reveal: false });
    const before = last();
    await send({ type: 'answer', question: 'shared', answer: '<b>' });
    await send({ type: 'answer', question: '__proto__', answer: 'yes' });
    expect(last()).toEqual(before);
  });
});

test('the likely host is shown until another is chosen', async () => {
  const { view, send, last } = open(new Map(), undefined, {
    likelyHost: () => Promise.resolve('functions'),
  });
  await view.show(subject, { reveal: false });
  expect(last()).toMatchObject({ host: 'functions' });
  await send({ type: 'choose', host: 'vm', iac: 'cli' });
  expect(last()).toMatchObject({ host: 'vm' });
});

describe("the person's own code", () => {
  const ref = { uri: 'file:///upload.ts', rule: subject.rule, service: subject.service, fingerprint: 'f1' };
  const named: CodeChange = { title: { template: 'Use it', args: {} }, fix: 'identity', hunks: null, others: [] };
  const whole: CodeChange = { ...named, hunks: [{ line: 0, before: ['old()'], after: ['fresh()'] }] };
  const html = (page: ToGuidanceView | undefined) => (page?.type === 'show' ? page.html : '');

  test('is named at once, and shown when its plan is there', async () => {
    let arrive: (change: CodeChange) => void = () => undefined;
    const { view, posted, last } = open(new Map(), undefined, {
      now: () => named,
      change: () => new Promise((resolve) => (arrive = resolve)),
    });
    const shown = view.show({ ...subject, ref }, { reveal: false });
    await vi.waitFor(() => {
      expect(html(last())).toContain('being prepared');
    });
    expect(html(last())).toContain('data-fix="identity"');
    arrive(whole);
    await shown;
    expect(html(last())).toContain('fresh()');
    expect(new Set(posted.map((page) => page.type === 'show' && page.subject)).size).toBe(1);
  });

  test('of a finding that was left meanwhile is not shown', async () => {
    const arrivals: ((change: CodeChange) => void)[] = [];
    const { view, last } = open(new Map(), undefined, {
      now: () => named,
      change: () => new Promise((resolve) => arrivals.push(resolve)),
    });
    const first = view.show({ ...subject, ref }, { reveal: false });
    await vi.waitFor(() => {
      expect(arrivals).toHaveLength(1);
    });
    const second = view.show({ rule: 'key-auth/key-vault', service: 'key-vault', ref: { ...ref, fingerprint: 'f2' } });
    await vi.waitFor(() => {
      expect(arrivals).toHaveLength(2);
    });
    arrivals[1]?.({ ...whole, others: ['second.ts'] });
    arrivals[0]?.({ ...whole, others: ['first.ts'] });
    await Promise.all([first, second]);
    expect(html(last())).toContain('second.ts');
    expect(html(last())).not.toContain('first.ts');
  });

  test('says when the finding is gone, and offers nothing to apply', async () => {
    const { view, last } = open(new Map(), undefined, {});
    await view.show({ ...subject, ref }, { reveal: false });
    expect(html(last())).toContain('no longer in the file');
    expect(html(last())).not.toContain('data-fix');
  });

  test('Apply and Preview run the commands, with the name of the finding and nothing else', async () => {
    const { view, send } = open(new Map(), undefined, { now: () => named, change: () => Promise.resolve(whole) });
    await view.show({ ...subject, ref }, { reveal: false });
    await send({ type: 'change', fix: 'identity', apply: true });
    await send({ type: 'change', fix: 'identity', apply: false });
    expect(window.ran).toEqual([
      ['secretless.applyFix', ref, 'identity'],
      ['secretless.previewMigration', ref, 'identity'],
    ]);
  });

  test('tells the role and fills the names in', async () => {
    const { view, last } = open(new Map(), undefined, {
      clues: () => Promise.resolve({ access: 'read', values: { account: 'contoso' } }),
    });
    await view.show({ ...subject, ref }, { reveal: false });
    expect(html(last())).toContain('Grant Storage Blob Data Reader');
    expect(html(last())).toContain('storageAccounts/contoso');
  });

  test('that cannot be looked at leaves the guidance as it is', async () => {
    const { view, last } = open(new Map(), undefined, {
      now: () => named,
      clues: () => Promise.reject(new Error('gone')),
      change: () => Promise.reject(new Error('gone')),
    });
    await view.show({ ...subject, ref }, { reveal: false });
    expect(html(last())).toContain('Azure Blob Storage');
  });
});

describe('after a fix was applied', () => {
  const work: FollowUp = {
    ...noFollowUp,
    services: [{ service: 'storage-blob', access: null, leaked: true, values: { account: 'contoso' } }],
    installs: [{ packages: ['@azure/identity'], manifest: 'api/package.json', tool: 'pnpm' }],
    old: [
      {
        name: 'STORAGE_CONN',
        project: 'api',
        readers: [{ path: 'api/legacy.js', kind: 'code' }],
        host: false,
        searched: true,
      },
    ],
  };
  const html = (page: ToGuidanceView | undefined) => (page?.type === 'show' ? page.html : '');

  test('what is left of its plan comes first, for the host that is chosen', async () => {
    const { view, send, last } = open(new Map());
    await view.show({ ...subject, work });
    const left = html(last()).indexOf('Left to do by hand');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(html(last()).indexOf('Why it matters'));
    expect(html(last())).toContain('pnpm install');
    expect(html(last())).toContain('The setting STORAGE_CONN stays: code still reads it: api/legacy.js.');
    expect(html(last())).toContain('storageAccounts/contoso');
    expect(html(last())).toContain('az webapp identity assign');
    await send({ type: 'choose', host: 'functions', iac: 'cli' });
    expect(html(last())).toContain('az functionapp identity assign');
    expect(html(last())).toContain('pnpm install');
  });

  test('its steps can be copied and ticked, and are there after a reload', async () => {
    const memory = new Map<string, unknown>();
    const first = open(memory);
    await first.view.show({ ...subject, work }, { reveal: false });
    await first.send({ type: 'copy', step: 'install:api/package.json', button: 'copy-install-api-package-json' });
    expect(window.clipboard).toBe('# in the folder api:\npnpm install');
    await first.send({ type: 'tick', step: 'install:api/package.json', done: true });
    // Kept as data that can be written down.
    const second = open(
      new Map([...memory].map(([key, value]) => [key, JSON.parse(JSON.stringify(value)) as unknown])),
    );
    await second.send({ type: 'ready' });
    expect(html(second.last())).toContain('data-tick="install:api/package.json" checked');
    expect(html(second.last())).toContain('Left to do by hand');
  });

  test('another finding has its own guidance again', async () => {
    const { view, last } = open(new Map());
    await view.show({ ...subject, work }, { reveal: false });
    await view.show(subject, { reveal: false });
    expect(html(last())).not.toContain('Left to do by hand');
    expect(html(last())).not.toContain('pnpm install');
  });
});

test('progress that somebody else has made is shown at once', async () => {
  const { view, progress, last } = open(new Map());
  await view.show(subject, { reveal: false });
  const services = { 'storage-blob': { done: ['enable-identity', 'rotate'], most: 3 } };
  await progress.imported({ ...progress.get(), host: 'vm', services });
  const page = last();
  expect(page).toMatchObject({ type: 'show', host: 'vm' });
  // Named as it was called in a file of an earlier version.
  expect(page?.type === 'show' && page.html).toContain('data-tick="identity" checked');
  expect(page?.type === 'show' && page.html).toContain('data-tick="rotate:storage-blob" checked');
});

describe('its buttons', () => {
  test('copy the command of a step, and the id of a role', async () => {
    const { view, send, last } = open(new Map());
    await view.show(subject, { reveal: false });
    await send({ type: 'copy', step: 'identity', button: 'copy-identity' });
    expect(window.clipboard).toContain('az webapp identity assign');
    expect(last()).toEqual({ type: 'said', button: 'copy-identity', text: 'Copied' });
    await send({ type: 'copyRole', role: 0, button: 'copy-role-0' });
    expect(window.clipboard).toBe('ba92f5b4-2d11-453d-a403-e96b0029c9fe');
  });

  test('put commands into the terminal without running them', async () => {
    const { view, send } = open(new Map());
    await view.show(subject, { reveal: false });
    for (const step of ['rotate:storage-blob', 'set-setting']) await send({ type: 'terminal', step });
    expect(window.inserted).toHaveLength(2);
    for (const [text, run] of window.inserted) {
      expect(run).toBe(false);
      expect(text).not.toMatch(/[\r\n]/);
    }
  });

  test('never put anything but a command of a shown step there', async () => {
    const { view, send } = open(new Map());
    await view.show(subject, { reveal: false });
    for (const step of ['local', 'deploy', 'no-such-step', 'rm -rf /']) await send({ type: 'terminal', step });
    expect(window.inserted).toEqual([]);
  });
});

test('messages that are not ours are ignored', async () => {
  const { posted, send } = open(new Map());
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (message) => {
      if (fromGuidanceView(message) === null) await send(message);
    }),
  );
  expect(posted).toEqual([]);
  expect(fromGuidanceView({ type: 'copy', step: 'x'.repeat(1000), button: 'y' })).toBeNull();
});
