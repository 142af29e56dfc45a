import type { CodeTest } from '../pattern';

/** What may be given in the place of a connection string: a client, an address, a credential. */
const NO_SECRET =
  /\b\w{0,100}Client\b(?!\s{0,99}\()|\bnew\s{1,99}Uri\b|\b(?:DefaultAzure|Token|ManagedIdentity)Credential\b/;

/**
 * True for a call that is given a connection string, as far as its code says: other overloads of the method take a
 * client, a factory, or the name of what is registered.
 * @param method without its receiver: `AddAzureBlobStorage`.
 */
export function takesConnection(method: string): CodeTest {
  const name = new RegExp(`\\b${method}\\s{0,99}\\(\\s{0,99}(?:connectionString\\s{0,99}:\\s{0,99})?"[^"=]{0,200}"`);
  return { test: (code) => !NO_SECRET.test(code) && !name.test(code) };
}
