import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { engineOver } from '../../support/engine-over';
import { fake } from '../../support/fake-secrets';
import { stepTexts } from '../../support/steps';

const key = fake.storageKey();
const other = fake.storageKey();
const connection = (own: string): string =>
  `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${own};EndpointSuffix=core.windows.net`;

async function planned(path: string, text: string, files: Readonly<Record<string, string>> = {}) {
  return engineOver({ ...files, [path]: text }).plan({ path, text }, 'all', 'identity');
}

async function migrated(path: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const plan = await planned(path, text, files);
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files.find((file) => file.path === path)?.edits ?? []);
}

async function reasons(path: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
  const { findings } = await engineOver({ ...files, [path]: text }).scan({ path, text });
  return findings.map(({ fixes, refusal }) => [fixes.map(({ kind }) => kind).join(), refusal?.id].join(' ').trim());
}

describe('a secret in the environment of Compose', () => {
  const PATH = 'deploy/docker-compose.yml';
  const compose = (environment: string, more = ''): string =>
    `# the shop\nservices:\n  web:\n    image: web # latest\n    environment:\n${environment}${more}    ports: ["80:80"]\n`;

  it.each([
    ['a mapping', (value: string) => `      STORAGE: ${value}\n      A: "1"\n`],
    ['quotes', (value: string) => `      STORAGE: "${value}" # from the portal\n`],
    ['a list', (value: string) => `      - A=1\n      - STORAGE=${value}\n`],
    ['a list with quotes', (value: string) => `      - 'STORAGE=${value}'\n`],
  ])('reads the environment (%s)', async (_, lines) => {
    const wanted = compose(lines('${STORAGE}'));
    expect(await migrated(PATH, compose(lines(connection(key))))).toBe(wanted);
    expect(await migrated(PATH, wanted)).toBe('refused: nothing-to-do');
    expect(await migrated(PATH, compose(lines(connection(key))).replaceAll('\n', '\r\n'))).toBe(
      wanted.replaceAll('\n', '\r\n'),
    );
  });

  it('is in quotes in a mapping on one line', async () => {
    const text = `services:\n  web:\n    environment: { STORAGE: "${connection(key)}", A: b }\n`;
    expect(await migrated(PATH, text)).toBe('services:\n  web:\n    environment: { STORAGE: "${STORAGE}", A: b }\n');
  });

  it('is offered without a reason why not', async () => {
    expect(await reasons(PATH, compose(`      STORAGE: ${connection(key)}\n`))).toEqual(['setting']);
  });

  it('stays where one variable would have two values', async () => {
    const text =
      compose(`      STORAGE: ${connection(key)}\n`) +
      `  job:\n    environment:\n      STORAGE: ${connection(other)}\n`;
    expect(await reasons(PATH, text)).toEqual(['compose-two-values', 'compose-two-values']);
  });

  it('stays where .env beside it has another value', async () => {
    const text = compose(`      STORAGE: ${connection(key)}\n`);
    expect(await reasons(PATH, text, { 'deploy/.env': `STORAGE=${connection(other)}\n` })).toEqual([
      'compose-name-set',
    ]);
    expect(await migrated(PATH, text, { 'deploy/.env': `STORAGE=${connection(key)}\n` })).toContain('${STORAGE}');
  });

  it('stays in a file that cannot be read', async () => {
    expect(await reasons(PATH, `${compose(`      STORAGE: ${connection(key)}\n`)}   - [\n`)).toEqual(['file-not-read']);
  });

  it('says what people do', async () => {
    const plan = await planned(PATH, compose(`      STORAGE: ${connection(key)}\n`));
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('Give STORAGE to Compose on each machine');
    expect(steps).toContain('az storage account keys renew');
    expect(steps).not.toContain(key);
  });
});

describe('a secret in a Dockerfile', () => {
  const PATH = 'Dockerfile';
  const docker = (lines: string, after = ''): string =>
    `FROM node:22 AS build\nRUN npm ci\n\nFROM node:22-slim\nWORKDIR /app\n${lines}COPY . .\n${after}CMD ["node", "a.js"]\n`;
  const value = `"${connection(key)}"`;

  it.each([
    ['an instruction', `ENV STORAGE=${value}\n`, ''],
    ['the old form', `ENV STORAGE ${connection(key)}\n`, ''],
    ['the first of several', `ENV STORAGE=${value} A=b\n`, 'ENV A=b\n'],
    ['the last of several', `ENV A=b \\\n    STORAGE=${value}\n`, 'ENV A=b\n'],
    ['one between', `ENV A=b \\\n    STORAGE=${value} \\\n    C=d\n`, 'ENV A=b \\\n    C=d\n'],
    ['an argument', `ARG STORAGE=${value}\n`, ''],
  ])('goes (%s)', async (_, before, after) => {
    expect(await migrated(PATH, docker(before))).toBe(docker(after));
  });

  it('goes where the build only fetches packages', async () => {
    const run = 'RUN apt-get update && apt-get install -y curl\nRUN npm ci --omit=dev\n';
    expect(await migrated(PATH, docker(`ENV STORAGE=${value}\n`, run))).toBe(docker('', run));
  });

  it.each([
    ['by its name', 'RUN echo $STORAGE > /a\n'],
    ['in its environment', 'RUN npm run build\n'],
    ['in another setting', 'ENV B=${STORAGE}\n'],
  ])('stays where the build reads it %s', async (_, after) => {
    expect(await reasons(PATH, docker(`ENV STORAGE=${value}\n`, after))).toEqual(['docker-used-in-build']);
  });

  const staged = (setting: string, command: string, from = 'base'): string =>
    `FROM node:22 AS Base\n${setting}\nFROM ${from} AS web\n${command}CMD ["node", "a.js"]\n`;

  it.each([
    ['a stage that begins with its own runs a command', staged(`ENV STORAGE=${value}`, 'RUN npm run build\n')],
    ['a stage that begins with its own names it', staged(`ENV STORAGE=${value}`, 'ENV B=$STORAGE\n')],
    ['a stage declares it again', `ARG STORAGE=${value}\n${staged('WORKDIR /a', 'ARG STORAGE\nRUN npm run build\n')}`],
    ['a stage begins with it', `ARG STORAGE=${value}\nFROM node:$STORAGE\n`],
  ])('stays where %s', async (_, text) => {
    expect(await reasons(PATH, text)).toEqual(['docker-used-in-build']);
  });

  it.each([
    ['only a stage that does not begin with its own', staged(`ENV STORAGE=${value}`, 'RUN npm run build\n', 'node:22')],
    ['no stage that declares it', `ARG STORAGE=${value}\n${staged('WORKDIR /a', 'RUN npm run build\n')}`],
  ])('goes where %s runs a command', async (_, text) => {
    expect(await migrated(PATH, text)).toBe(text.replace(/^(?:ENV|ARG) STORAGE=.*\n/m, ''));
  });

  it('stays where its instruction cannot be read to its end', async () => {
    expect(await reasons(PATH, docker(`ARG STORAGE=${value} FROM node:22 AS web\n`))).toEqual(['file-not-read']);
  });

  it('says what people do', async () => {
    const plan = await planned(PATH, docker(`ENV STORAGE=${value}\n`));
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('Set STORAGE to the new value where the app runs');
    expect(steps).toContain('Delete the images that were built from Dockerfile');
  });
});

describe('a secret in a manifest of Kubernetes', () => {
  const secret = (section: string, value: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  A: b\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: storage\n${section}:\n  STORAGE: ${value}\n`;

  it.each([
    ['kubernetes-secret', secret('stringData', connection(key))],
    ['kubernetes-secret', secret('data', Buffer.from(connection(key)).toString('base64'))],
    [
      'kubernetes-value',
      `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env:\n            - name: STORAGE\n              value: ${connection(key)}\n`,
    ],
  ])('is explained (%s)', async (id, text) => {
    expect(await reasons('k8s/a.yaml', text)).toEqual([id]);
  });
});
