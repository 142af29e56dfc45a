import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProjectFile } from '../../../src/core/files';
import { createTools } from '../../../src/engine/engine';
import { createFake, createRandom } from '../../support/fake-secrets';
import type { Outcome } from '../outcome';
import { outcomeOf } from '../outcome';
import type { Sheet } from '../report';
import type { Request } from '../request';
import { checkerIn, projectOf } from './build';
import type { Checker } from './build';
import { FLAVOURS } from './flavours';
import type { Flavour } from './flavours';
import type { Client } from './clients';
import { programsOf } from './programs';

/** Compiles, migrates and compiles again the programs of each flavour; or says why not. */
export async function csharpSheets(request: Request): Promise<readonly Sheet[] | string> {
  const checker = checkerIn(path.join(tmpdir(), 'secretless-combine'));
  if (typeof checker === 'string') return checker;
  const sheets: Sheet[] = [];
  for (const flavour of FLAVOURS) sheets.push(await sheetOf(flavour, request, checker));
  return sheets;
}

async function sheetOf(flavour: Flavour, { count, seed, keep }: Request, checker: Checker): Promise<Sheet> {
  const folder = mkdtempSync(path.join(tmpdir(), `combine-${flavour.name}-`));
  try {
    const all = programsOf(
      Math.ceil(count / FLAVOURS.length),
      flavour,
      createRandom(seed + flavour.name.length),
      valuesOf(seed),
    );
    const project = { path: 'Combine.csproj', text: projectOf(flavour) };
    for (const { files } of all) writeIn(folder, files);
    const before = checker(folder, flavour);
    const tools = createTools();
    const outcomes: Outcome[] = [];
    for (const program of all) {
      if (errorIn(program.files, before) !== undefined) {
        for (const { path: name } of program.files) rmSync(path.join(folder, name), { force: true });
        continue;
      }
      const outcome = await outcomeOf(program, [project], tools);
      outcomes.push(outcome);
      if (outcome.after) writeIn(folder, outcome.after);
    }
    const after = checker(folder, flavour);
    const broken = outcomes.flatMap(({ program, after: texts }) => {
      const error = errorIn(program.files, after);
      if (error === undefined) return [];
      if (keep !== null && texts) writeIn(path.join(keep, flavour.name), texts);
      return [{ program, error: `${program.files[0]?.path ?? ''}: ${error}` }];
    });
    return { title: `C# ${flavour.name}`, made: all.length, before: outcomes.length, outcomes, broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const errorIn = (files: readonly ProjectFile[], errors: ReadonlyMap<string, string>): string | undefined =>
  files.map(({ path: name }) => errors.get(name)).find((error) => error !== undefined);

/** Only code is compiled. */
function writeIn(folder: string, files: readonly ProjectFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { path: name, text } of files) if (name.endsWith('.cs')) writeFileSync(path.join(folder, name), text);
}

function valuesOf(seed: number): (client: Client) => string {
  const fake = createFake(seed);
  const makers: Record<Client['kind'], () => string> = {
    key: () => fake.storageKey(),
    bus: () => fake.serviceBusConnectionString(),
    hub: () => fake.eventHubsConnectionString(),
    cosmos: () => fake.cosmosConnectionString(),
    storage: () => fake.storageConnectionString(),
  };
  return ({ kind }) => makers[kind]();
}
