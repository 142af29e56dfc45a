import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';

/** A hundred times what a quiet machine needs: only what is not linear breaks it. */
const BOUND_MS = 6000;

const engine = createEngine();

const time = async (path: string, text: string): Promise<number> => {
  const start = performance.now();
  await engine.scan({ path, text });
  return performance.now() - start;
};

// Parsers are loaded, and patterns compiled, at the first need.
beforeAll(async () => {
  await time('a.ts', 'import {MongoClient} from "mongodb";\nimport {createClient} from "redis";\nnew MongoClient(x);');
  await time('a.cs', 'using StackExchange.Redis;\nusing MySqlConnector;\nvar c = new MySqlConnection(x);');
});

describe('code of a client that is as long as a file', () => {
  it.each([
    [
      'mongodb',
      'import {MongoClient} from "mongodb";\nnew MongoClient("',
      '");\n',
      ['://a:', '://a:@', '://', '@.mongocluster', ':'],
    ],
    ['redis', 'import {createClient} from "redis";\ncreateClient({ url: "', '" });\n', ['://a:', '://a:@', '"', ':']],
    [
      'stackexchange',
      'using StackExchange.Redis;\nvar c = ConnectionMultiplexer.Connect("',
      '");\n',
      ['a:6380,', 'password=a,', "':6380,password=", '://a:'],
    ],
    [
      'mysql',
      'using MySqlConnector;\nvar c = new MySqlConnection("',
      '");\n',
      ['server=a;', 'server=a;password=b;', 'pwd ='],
    ],
  ])('%s', async (_, head, tail, units) => {
    const path = head.startsWith('using') ? 'a.cs' : 'a.ts';
    for (const unit of units)
      expect(await time(path, head + unit.repeat(60_000 / unit.length) + tail), unit).toBeLessThan(BOUND_MS);
  });

  it('many values on one line', async () => {
    const values = Array.from({ length: 10_000 }, (_, i) => `('n.database.windows.net','password=${String(i)};')`);
    expect(await time('one.sql', `INSERT INTO t VALUES ${values.join(',')}`)).toBeLessThan(BOUND_MS);
  });
});
