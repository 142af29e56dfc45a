import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/core/span';
import type { CodeFile } from '../../../src/languages/contract/file';
import { typescript } from '../../../src/languages/typescript/language';

const parser = await typescript.load();

const CODE = `import { Client } from "a";

const first = open();
function open() { const inner = first; return inner; }
function other(name: string, credential: number) {
  for (const part of [name]) {
    const turn = () => [part /* in a lambda */];
    turn();
  }
  return credential /* in other */;
}
export class Store {
  private readonly size = /* a field */ 1;
  constructor(private readonly client: Client) { /* in the constructor */ }
  static make() { return new Store(window.client /* static */); }
}
const last = 1 /* at the end */;
`;

const file: CodeFile = parser.parse(CODE, 'a.ts');
const { scopes } = file;
const at = (mark: string): number => CODE.indexOf(mark);

describe('what is in sight in TypeScript', () => {
  it.each([
    ['Client', 'in other', 'alias'],
    ['first', 'in other', 'module'],
    ['name', 'in a lambda', 'captured'],
    ['part', 'in a lambda', 'captured'],
    ['credential', 'in other', 'parameter'],
    ['inner', 'return inner', 'local'],
    ['Store', 'at the end', 'type'],
  ])('%s at "%s" is reached as %s', (name, mark, way) => {
    expect(scopes.meaning(name, at(mark))?.way).toBe(way);
  });

  it('knows nothing of what other functions declare', () => {
    expect(scopes.meaning('credential', at('at the end'))).toBeNull();
    expect(scopes.names(at('at the end')).has('credential')).toBe(false);
    expect(scopes.names(at('in other')).has('credential')).toBe(true);
  });

  it('says what has its value by then', () => {
    expect(scopes.meaning('last', at('open();'))?.assigned).toBe(false);
    expect(scopes.meaning('first', at('at the end'))?.assigned).toBe(true);
  });

  it('takes a name that the file has from nowhere as taken', () => {
    expect(scopes.names(0).has('window')).toBe(true);
  });

  it('tells two functions apart', () => {
    expect(overlaps(scopes.reach(at('first; return')), scopes.reach(at('in other')))).toBe(false);
    expect(overlaps(scopes.reach(at('part /*')), scopes.reach(at('in other')))).toBe(true);
  });

  it.each([
    ['in a lambda', { within: 'lambda' }],
    ['in other', { within: 'method', loop: false }],
    ['name]', { within: 'method' }],
    ['static */', { within: 'method', static: true }],
    ['at the end', { within: null, loop: false }],
  ])('says what the code at "%s" runs in', (mark, place) => {
    expect(scopes.place(at(mark) - (mark === 'name]' ? 0 : 4))).toMatchObject(place);
  });
});
