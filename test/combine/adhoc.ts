import { createTools } from '../../src/engine/engine';
import { createFake, createRandom } from '../support/fake-secrets';
import { FLAVOURS } from './csharp/flavours';
import { programsOf } from './csharp/programs';
import { projectOf } from './csharp/build';
import { outcomeOf } from './outcome';
const count = Number(process.argv[2]); const seed = Number(process.argv[3]);
const fake = createFake(seed);
const makers = { key: () => fake.storageKey(), bus: () => fake.serviceBusConnectionString(), hub: () => fake.eventHubsConnectionString(), cosmos: () => fake.cosmosConnectionString(), storage: () => fake.storageConnectionString() };
const flavour = FLAVOURS[Number(process.argv[4] ?? '0')]!;
const all = programsOf(count, flavour, createRandom(seed), ({ kind }) => makers[kind]());
const tools = createTools();
const started = process.cpuUsage().user;
const by = new Map<string, string[]>();
let again = 0;
for (const program of all) {
  const o = await outcomeOf(program, [{ path: 'Combine.csproj', text: projectOf(flavour) }], tools);
  const [client, source, place, style] = program.name.split(' | ');
  if (o.again) { again++; console.log('AGAIN', program.name); }
  const k = `${o.why === '' ? 'ok' : o.why}`;
  if (o.why !== '') { const kk = `${k} | ${source}`; by.set(kk, [...(by.get(kk) ?? []), `${place} | ${client} | ${style}`]); }
}
console.log('cpu ms per program', (process.cpuUsage().user - started) / 1000 / all.length, 'again', again);
let total = 0; for (const l of by.values()) total += l.length;
console.log('refused', total, 'of', all.length);
for (const [k, l] of [...by].sort((a, b) => b[1].length - a[1].length)) console.log(l.length, k, '\n      ', l.slice(0, 4).join('\n       '));
