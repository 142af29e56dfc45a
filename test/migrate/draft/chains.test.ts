import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { compile, possibleIn } from '../../../src/languages/compile';
import { languages } from '../../../src/languages/index';
import { matches } from '../../../src/languages/match';
import { rewritten } from '../../../src/migrate/draft/rewrite';
import { rewrite, sdk } from '../../../src/services/pattern';

/** The code after its first match is rewritten; null where nothing fits. */
async function after(from: string, to: string, code: string): Promise<string | null> {
  const [typescript] = languages;
  const parser = await typescript!.load();
  const text = `import { ClientBuilder, Proxy } from "@contoso/client";\n${code}`;
  const file = parser.parse(text, 'a.ts');
  const patterns = compile([sdk('@contoso/client', [rewrite(from, to)])], parser);
  const [match] = matches(possibleIn(file, patterns), file);
  if (!match) return null;
  const filling = { codes: { ENDPOINT: 'endpoint', CREDENTIAL: 'credential' }, local: (name: string) => name };
  const edits = rewritten(match, { file, writer: parser.writer(file) }, filling);
  return applyEdits(text, edits).split('\n').slice(1).join('\n');
}

const FROM = 'new ClientBuilder().connectionString($CONNECTION)';
const TO = 'new ClientBuilder().endpoint($ENDPOINT).credential($CREDENTIAL)';

describe('a chain of calls', () => {
  it.each([
    [
      'the link alone',
      'const c = new ClientBuilder().connectionString(s).build();',
      'const c = new ClientBuilder().endpoint(endpoint).credential(credential).build();',
    ],
    [
      'links before and after it stay',
      'const c = new ClientBuilder().retry(3).connectionString(s).proxy(new Proxy()).build();',
      'const c = new ClientBuilder().retry(3).endpoint(endpoint).credential(credential).proxy(new Proxy()).build();',
    ],
    [
      'lines, comments and indentation stay',
      'const c = new ClientBuilder()\n  // of the orders\n  .queue("orders")\n  .connectionString(s)\n  .build();',
      'const c = new ClientBuilder()\n  // of the orders\n  .queue("orders")\n  .endpoint(endpoint)\n  .credential(credential)\n  .build();',
    ],
    [
      'as the last link',
      'export const builder = new ClientBuilder().queue("orders").connectionString(s);',
      'export const builder = new ClientBuilder().queue("orders").endpoint(endpoint).credential(credential);',
    ],
  ])('%s', async (_, code, expected) => {
    expect(await after(FROM, TO, code)).toBe(expected);
  });

  it('fits in any order, and loses each link that the right side does not have', async () => {
    const from = 'new ClientBuilder().endpoint($URL).key($KEY).account($ACCOUNT)';
    const to = 'new ClientBuilder().endpoint($URL).credential($CREDENTIAL)';
    const code = 'const c = new ClientBuilder().account("a").retry(3).key(k).endpoint(url).build();';
    expect(await after(from, to, code)).toBe(
      'const c = new ClientBuilder().credential(credential).retry(3).endpoint(url).build();',
    );
  });

  it('may begin with a static call', async () => {
    const code = 'const c = ClientBuilder.create().password(p).host("h").build();';
    expect(
      await after('ClientBuilder.create().password($PASSWORD)', 'ClientBuilder.create().identity($CREDENTIAL)', code),
    ).toBe('const c = ClientBuilder.create().identity(credential).host("h").build();');
  });

  it('changes only the arguments of a link that both sides have', async () => {
    const from = 'new ClientBuilder().auth($ACCOUNT, $KEY)';
    const to = 'new ClientBuilder().auth($ACCOUNT, $CREDENTIAL)';
    expect(await after(from, to, 'const c = new ClientBuilder().a().auth("x", k /* key */).b();')).toBe(
      'const c = new ClientBuilder().a().auth("x", credential /* key */).b();',
    );
  });

  it.each([
    ['another class', 'const c = new Other().connectionString(s).build();'],
    ['a link that is missing', 'const c = new ClientBuilder().build();'],
    ['a link with other arguments', 'const c = new ClientBuilder().connectionString(s, 1).build();'],
  ])('does not fit %s', async (_, code) => {
    expect(await after(FROM, TO, code)).toBeNull();
  });
});
