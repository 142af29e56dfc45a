import { createTools, createEngine } from '../../src/engine/engine';
import { createFake, createRandom } from '../support/fake-secrets';
import { memoryFiles } from '../support/memory-files';
import { FLAVOURS } from './csharp/flavours';
import { programsOf } from './csharp/programs';
import { projectOf } from './csharp/build';
import { outcomeOf } from './outcome';
const fake = createFake(11);
const makers = { key: () => fake.storageKey(), bus: () => fake.serviceBusConnectionString(), hub: () => fake.eventHubsConnectionString(), cosmos: () => fake.cosmosConnectionString(), storage: () => fake.storageConnectionString() };
const flavour = FLAVOURS[0]!;
const all = programsOf(600, flavour, createRandom(11), ({ kind }) => makers[kind]());
const tools = createTools();
for (const program of all.filter(({ name }) => / (instance field \| locals that are in the way|static field \| getter \| identity alias|literal typed local \| static lambda)/.test(name))) {
  const o = await outcomeOf(program, [{ path: 'Combine.csproj', text: projectOf(flavour) }], tools);
  if (!o.why.includes('nothing')) continue;
  console.log(program.name, o.why, '\n', program.files[0]!.text.replace(/"[^"]{60,}"/g, '"VALUE"'));
  const engine = createEngine({ files: memoryFiles({ 'Combine.csproj': projectOf(flavour), [program.files[0]!.path]: program.files[0]!.text }), tools });
  const { findings } = await engine.scan(program.files[0]!);
  for (const f of findings) { const p = await engine.plan(program.files[0]!, f, 'identity'); console.log(f.rule, p.kind, 'id' in p ? p.id : ''); }
}
