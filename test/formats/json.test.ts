import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { setJson } from '../../src/formats/json';

const added = (text: string): string => applyEdits(text, setJson(text, ['dependencies', 'b'], '1'));

describe('a property of a JSON object', () => {
  it.each([
    ['among lines', '{\n  "dependencies": {\n    "a": "1",\n    "c": "1"\n  }\n}\n'],
    ['into an empty object', '{\n  "dependencies": {}\n}\n'],
  ])('goes %s with their layout', (_, text) => {
    expect(added(text)).toContain('\n    "b": "1"');
  });

  it('goes into one line with its spaces', () => {
    expect(added('{ "dependencies": { "a": "1" } }')).toBe('{ "dependencies": { "a": "1", "b": "1" } }');
  });

  it('goes into a line that nobody lays out, and changes nothing else of it', () => {
    const comments = '/* */'.repeat(500);
    expect(added(`{\n  "dependencies": {}${comments}\n}\n`)).toBe(`{\n  "dependencies": {"b": "1"}${comments}\n}\n`);
  });
});
