import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTools } from '../../../src/engine/engine';
import { createFake, createRandom } from '../../support/fake-secrets';
import type { Outcome } from '../outcome';
import { outcomeOf } from '../outcome';
import type { Sheet } from '../report';
import type { Request } from '../request';
import { errorsOf, projectOf, whyNoSdk } from './build';
import { FLAVOURS, programsOf } from './programs';
import type { Flavour } from './programs';
import type { Client } from './tables';

/** Compiles, migrates and compiles again the programs of each flavour; or says why not. */
export async function csharpSheets(request: Request): Promise<readonly Sheet[] | string> {
  const missing = whyNoSdk();
  if (missing !== null) return missing;
  const sheets: Sheet[] = [];
  for (const flavour of FLAVOURS) sheets.push(await sheetOf(flavour, request));
  return sheets;
}

async function sheetOf(flavour: Flavour, { count, seed, keep }: Request): Promise<Sheet> {
  const folder = mkdtempSync(path.join(tmpdir(), `combine-${flavour.name}-`));
  try {
    const all = programsOf(Math.ceil(count / FLAVOURS.length), flavour, createRandom(seed), valuesOf(seed));
    const project = { path: 'Combine.csproj', text: projectOf(flavour) };
    const write = (at: string, text: string): void => {
      writeFileSync(path.join(folder, at), text);
    };
    write(project.path, project.text);
    for (const { file, text } of all) write(file, text);
    const files = all.map(({ file }) => file);
    const before = errorsOf(folder, files);
    const tools = createTools();
    const outcomes: Outcome[] = [];
    for (const { file, text, about } of all) {
      if (before.has(file)) continue;
      const outcome = await outcomeOf({ name: `${file} ${about}`, files: [{ path: file, text }] }, [project], tools);
      outcomes.push(outcome);
      if (outcome.after?.[0]) write(file, outcome.after[0].text);
    }
    const after = errorsOf(
      folder,
      files.filter((file) => !before.has(file)),
    );
    const broken = outcomes.flatMap(({ program, after: texts }) => {
      const error = after.get(program.files[0]?.path ?? '');
      if (error === undefined) return [];
      if (keep !== null && texts?.[0]) keepIn(path.join(keep, flavour.name), texts[0].path, texts[0].text);
      return [{ program, error }];
    });
    return { title: `C# ${flavour.name}`, made: all.length, before: outcomes.length, outcomes, broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keepIn(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function valuesOf(seed: number): (client: Client) => string {
  const fake = createFake(seed);
  return ({ kind, type }) =>
    kind === 'key'
      ? fake.storageKey()
      : /^(?:ServiceBus|EventHub)/.test(type)
        ? fake.serviceBusConnectionString()
        : fake.storageConnectionString();
}
