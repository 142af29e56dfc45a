import { fingerprint } from '../../src/core/fingerprint';
import type { Finding } from '../../src/core/finding';
import { say } from '../../src/core/message';
import type { Step } from '../../src/core/step';
import type { Engine } from '../../src/engine/engine';
import type { Guidance } from '../../src/guide/guidance';
import { shell } from '../../src/steps/command';
import { noWork } from '../../src/steps/work';
import type { FileEdit, Migration } from '../../src/migrate/migration';

const STEPS: readonly Step[] = [
  {
    id: 'role:fake-service',
    kind: 'role',
    title: say('Grant the role.'),
    text: [say('It opens {what}.', { what: say('the fake') }), say('Wait.')],
    code: shell('az role create --name "a b"\n# or, elsewhere:\naz other create'),
  },
  { id: 'rotate:fake-service', kind: 'rotate', title: say('Rotate the key.'), text: [], code: null },
];

/**
 * A small engine for what the faces do with findings and plans: `SECRET(value)` is a hardcoded value with an identity fix,
 * `KEEP(value)` one with a refusal, `READ(NAME)` a use of a setting; `crash!` in a text makes the scan throw.
 * A migration replaces the whole word by `CREDENTIAL`, adds a line to the nearest manifest and takes NAME out of `.env`.
 */
export function fakeEngine(override: Partial<Engine> = {}): Engine {
  const engine: Engine = {
    rules: [
      { id: 'hardcoded/fake-key', title: 'A fake key', severity: 'warning', service: 'fake-service' },
      { id: 'hardcoded/lone-key', title: 'A key of nobody', severity: 'error', service: null },
      {
        id: 'key-auth/fake-service',
        title: 'Key-based authentication',
        severity: 'information',
        service: 'fake-service',
      },
    ],
    services: [{ id: 'fake-service', title: 'Fake Service' }],
    hosts: [
      { id: 'app-service', title: 'App Service' },
      { id: 'aks', title: 'AKS' },
    ],
    scanText: ({ path, text }) => ({ findings: find(path, text), skipped: null }),
    scan: ({ path, text }) =>
      text.includes('crash!')
        ? Promise.reject(new TypeError(`cannot read ${text}`))
        : Promise.resolve({ findings: find(path, text), skipped: null }),
    importsOf: () => Promise.resolve([]),
    settingsOf: ({ text }, { span }) => {
      const name = /READ\((\w+)\)/.exec(text.slice(span.start, span.end))?.[1];
      return Promise.resolve(name === undefined ? [] : [name]);
    },
    plan: ({ document, finding, fix, files }) => {
      const value = document.text.slice(finding.span.start, finding.span.end);
      if (value === 'refused')
        return Promise.resolve({ kind: 'refusal', id: 'sulky', message: say('the plan refuses') });
      const setting = /READ\((\w+)\)/.exec(value)?.[1];
      const [from, to] =
        setting === undefined ? [finding.span.start - 7, finding.span.end + 1] : [finding.span.start, finding.span.end];
      const edits: FileEdit[] = [
        { path: document.path, edits: [{ span: { start: from, end: to }, newText: 'CREDENTIAL' }] },
      ];
      for (const { path, text } of files) {
        const eol = text.includes('\r\n') ? '\r\n' : '\n';
        if (path.endsWith('package.json') && text.includes('}') && !text.includes('identity')) {
          const end = text.lastIndexOf('}');
          edits.push({ path, edits: [{ span: { start: end, end }, newText: `"identity": 1${eol}` }] });
        }
        const line = setting === undefined ? null : new RegExp(`^${setting}=.*(?:\\r?\\n|$)`, 'm').exec(text);
        if (line && /(?:^|\/)\.env/.test(path)) {
          const span = { start: line.index, end: line.index + line[0].length };
          edits.push({ path, edits: [{ span, newText: `ENDPOINT=https://example.test${eol}` }] });
        }
      }
      const migration: Migration = {
        kind: 'migration',
        fix,
        rule: finding.rule,
        service: 'fake-service',
        title: say('Use {credential} for Fake Service', { credential: 'DefaultAzureCredential' }),
        files: edits,
        packages: ['identity'],
        settings: { added: [], removed: [] },
        role: null,
        work: noWork,
        steps: STEPS,
      };
      return Promise.resolve(migration);
    },
    planAll: () => Promise.resolve({ kind: 'refusal', id: 'unused', message: say('not here') }),
    explain: (subject, host = 'app-service', iac = 'cli') =>
      subject === 'fake-service' || subject === 'hardcoded/fake-key'
        ? ({ kind: 'guidance', title: `${subject} on ${host} by ${iac}` } as Guidance)
        : null,
    leftOf: (works) => (works.length > 0 ? STEPS : []),
    clues: () => ({ values: {} }),
    likelyHosts: () => [],
    ...override,
  };
  return engine;
}

function find(path: string, text: string): Finding[] {
  return [...text.matchAll(/(SECRET|KEEP)\(([^)]*)\)|READ\(\w+\)/g)].map((match, nth) => {
    const [whole, word, value = ''] = match;
    const start = word === undefined ? match.index : match.index + whole.indexOf('(') + 1;
    const span = { start, end: start + (word === undefined ? whole.length : value.length) };
    const rule = word === undefined ? 'key-auth/fake-service' : 'hardcoded/fake-key';
    const title = say('Use {credential} for Fake Service', { credential: 'DefaultAzureCredential' });
    return {
      rule,
      service: 'fake-service',
      origin: word === undefined ? 'environment' : 'literal',
      severity: word === undefined ? 'information' : 'warning',
      span,
      message: say('Fake {thing}', { thing: word === undefined ? 'use' : 'key' }),
      fixes: word === 'KEEP' ? [] : [{ kind: 'identity', title }],
      refusal: word === 'KEEP' ? { id: 'kept', message: say('this one stays') } : null,
      fingerprint: fingerprint(rule, path, text, span, nth),
    };
  });
}
