import { baseName, folderOf } from '../../src/core/document';
import type { SourceDocument } from '../../src/core/document';
import { applyEdits } from '../../src/core/edit';
import { noFiles } from '../../src/core/files';
import type { Files, ProjectFile } from '../../src/core/files';
import { Redacted } from '../../src/core/redacted';
import { fingerprint } from '../../src/core/fingerprint';
import { ancestors, join } from '../../src/core/paths';
import type { Finding } from '../../src/core/finding';
import { say } from '../../src/core/message';
import type { Engine, FilePlan, FileWish, Left } from '../../src/engine/engine';
import type { Guidance } from '../../src/guide/guidance';
import type { Migration, PlannedEdit } from '../../src/migrate/migration';
import type { Step } from '../../src/core/step';
import { shell } from '../../src/steps/command';
import { noFollowUp } from '../../src/steps/follow-up';

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
export function fakeEngine(override: Partial<Engine> = {}, files: Files = noFiles): Engine {
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
    planEverywhere: () =>
      Promise.resolve({ plan: { kind: 'refusal', id: 'nothing-to-do', message: say('Nothing.') }, left: [] }),
    clientsLeft: () => Promise.resolve(null),
    index: () => Promise.resolve({ files: 0, bytes: 0, complete: true }),
    scanText: ({ path, text }) => ({
      findings: find(path, text),
      skipped: null,
      failed: false,
      silenced: 0,
      needs: [],
      azure: true,
    }),
    scan: ({ path, text }) =>
      text.includes('crash!')
        ? Promise.reject(new TypeError(`cannot read ${text}`))
        : Promise.resolve({
            findings: find(path, text),
            skipped: null,
            failed: false,
            silenced: 0,
            needs: [],
            azure: true,
          }),
    literals: () => Promise.resolve([]),
    plan: async (document, finding, fix) => {
      if (finding === 'all') return { kind: 'refusal', id: 'unused', message: say('not here') };
      const value = document.text.slice(finding.span.start, finding.span.end);
      if (value === 'refused') return { kind: 'refusal', id: 'sulky', message: say('the plan refuses') };
      const setting = /READ\((\w+)\)/.exec(value)?.[1];
      const [from, to] =
        setting === undefined ? [finding.span.start - 7, finding.span.end + 1] : [finding.span.start, finding.span.end];
      const edits: PlannedEdit[] = [
        {
          path: document.path,
          basis: new Redacted(document.text),
          edits: [{ span: { start: from, end: to }, newText: 'CREDENTIAL' }],
        },
      ];
      for (const { path, text } of await around(files, document.path)) {
        const eol = text.includes('\r\n') ? '\r\n' : '\n';
        if (path.endsWith('package.json') && text.includes('}') && !text.includes('identity')) {
          const end = text.lastIndexOf('}');
          edits.push({
            path,
            basis: new Redacted(text),
            edits: [{ span: { start: end, end }, newText: `"identity": 1${eol}` }],
          });
        }
        const line = setting === undefined ? null : new RegExp(`^${setting}=.*(?:\\r?\\n|$)`, 'm').exec(text);
        if (line && /(?:^|\/)\.env/.test(path)) {
          const span = { start: line.index, end: line.index + line[0].length };
          edits.push({
            path,
            basis: new Redacted(text),
            edits: [{ span, newText: `ENDPOINT=https://example.test${eol}` }],
          });
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
        work: noFollowUp,
        steps: STEPS,
      };
      return migration;
    },
    planFile: (document, wish) => planFile(engine, files, document, wish),
    changed: () => undefined,
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

/** The manifest and the settings file that a plan may edit: those beside the document and above it. */
async function around(files: Files, path: string): Promise<ProjectFile[]> {
  const found: ProjectFile[] = [];
  for (const folder of ancestors(folderOf(path))) {
    const listing = await files.list(folder);
    const names = listing.kind === 'listing' ? listing.entries.map(({ name }) => name) : [];
    for (const name of names.filter((one) => one === 'package.json' || one.startsWith('.env'))) {
      const file = await files.read(join(folder, name));
      const isFirst = name !== 'package.json' || !found.some((one) => baseName(one.path) === name);
      if (file.kind === 'text' && isFirst) found.push({ path: join(folder, name), text: file.text });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One plan after the other, each over the texts that the one before left. */
async function planFile(
  engine: Engine,
  files: Files,
  document: SourceDocument,
  { fix, wanted = () => true }: FileWish,
): Promise<FilePlan> {
  const texts = new Map<string, { before: string; after: string }>();
  const textOf = async (path: string): Promise<string> => {
    const known = texts.get(path)?.after;
    if (known !== undefined) return known;
    const file = path === document.path ? null : await files.read(path);
    const text = file?.kind === 'text' ? file.text : file ? '' : document.text;
    texts.set(path, { before: text, after: text });
    return text;
  };
  const seen: Files = {
    ...files,
    read: async (path) => ({ kind: 'text', text: await textOf(path), bom: false, exact: true }),
  };
  const migrations: Migration[] = [];
  const left: Left[] = [];
  for (let n = 0; n < 50; n++) {
    const present = { ...document, text: await textOf(document.path) };
    const { findings } = await engine.scan(present);
    left.length = 0;
    let made: Migration | null = null;
    for (const finding of findings.filter(wanted)) {
      if (!finding.fixes.some(({ kind }) => kind === fix)) continue;
      const plan = await (migrations.length > 0 ? fakeEngine({}, seen) : engine).plan(present, finding, fix);
      if (plan.kind === 'migration') {
        made = plan;
        break;
      }
      left.push({ finding, message: plan.message });
    }
    if (!made) break;
    migrations.push(made);
    for (const { path, edits } of made.files) {
      const before = await textOf(path);
      const known = texts.get(path) ?? { before, after: before };
      texts.set(path, { ...known, after: applyEdits(before, edits) });
    }
  }
  return {
    migrations,
    files: [...texts]
      .filter(([, { before, after }]) => before !== after)
      .map(([path, { before, after }]) => ({
        path,
        basis: new Redacted(before),
        edits: [{ span: { start: 0, end: before.length }, newText: after }],
      })),
    left,
    text: await textOf(document.path),
  };
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
      related: [],
      refusal: word === 'KEEP' ? { id: 'kept', message: say('this one stays') } : null,
      fingerprint: fingerprint(rule, path, text, span, nth),
    };
  });
}
