import { describe, expect, it } from 'vitest';
import { after, findings } from '../support/across';

const MANIFEST = '{ "dependencies": { "@azure/identity": "^4.13.1", "@azure/storage-blob": "^12.29.1" } }\n';

const IMPORT = "import { BlobServiceClient } from '@azure/storage-blob';\n";
const IMPORTS = `import { DefaultAzureCredential } from '@azure/identity';\n${IMPORT}`;

const METHODS = `  list(container: string) {
    const service = BlobServiceClient.fromConnectionString(this.connection);
    return service.getContainerClient(container).listBlobsFlat();
  }

  remove(container: string) {
    const service = BlobServiceClient.fromConnectionString(this.connection);
    return service.deleteContainer(container);
  }
}
`;

const METHODS_AFTER = `  list(container: string) {
    const service = new BlobServiceClient(this.blobEndpoint, credential);
    return service.getContainerClient(container).listBlobsFlat();
  }

  remove(container: string) {
    const service = new BlobServiceClient(this.blobEndpoint, credential);
    return service.deleteContainer(container);
  }
}
`;

/** A class of a file `a.ts` with others around it. */
const store = (head: string, others: Readonly<Record<string, string>> = {}, methods = METHODS) => ({
  'package.json': MANIFEST,
  ...others,
  'src/a.ts': `${IMPORT}\n${head}\n\n${methods}`,
});

const READ = 'process.env.STORAGE_CONN!';
const ENDPOINT = 'process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!';
const FIELD = `  readonly connection = ${READ};`;

describe('a field that other files could read', () => {
  it.each([
    ['readonly', `export class Store {\n${FIELD}`, `export class Store {\n  readonly blobEndpoint = ${ENDPOINT};`],
    [
      'public, with a type',
      `export class Store {\n  public connection: string = ${READ};`,
      `export class Store {\n  public blobEndpoint: string = ${ENDPOINT};`,
    ],
    [
      'protected',
      `export default class Store {\n  protected connection = ${READ};`,
      `export default class Store {\n  protected blobEndpoint = ${ENDPOINT};`,
    ],
    [
      'filled by the constructor',
      `export class Store {\n  connection: string;\n\n  constructor() {\n    this.connection = ${READ};\n  }`,
      `export class Store {\n  blobEndpoint: string;\n\n  constructor() {\n    this.blobEndpoint = ${ENDPOINT};\n  }`,
    ],
  ])('is as good as private where no file mentions it: %s', async (_title, head, changed) => {
    const now = await after(
      store(head, { 'src/b.ts': "import { Store } from './a';\nnew Store().list('x');\n" }),
      'src/a.ts',
    );
    expect(now).toMatchObject({
      'src/a.ts': `${IMPORTS}\nconst credential = new DefaultAzureCredential();\n\n${changed}\n\n${METHODS_AFTER}`,
    });
  });

  it('is as good as private in a service of NestJS', async () => {
    const nest = "import { Injectable } from '@nestjs/common';\n\n@Injectable()\nexport class Store {\n";
    const now = await after(store(`${nest}${FIELD}`), 'src/a.ts');
    expect(now).toMatchObject({
      'src/a.ts': `${IMPORTS}
import { Injectable } from '@nestjs/common';

const credential = new DefaultAzureCredential();

@Injectable()
export class Store {
  readonly blobEndpoint = ${ENDPOINT};

${METHODS_AFTER}`,
    });
  });

  const head = `export class Store {\n${FIELD}`;
  const refused: readonly [string, Record<string, string>][] = [
    [
      'a file that reads it',
      store(head, { 'src/b.ts': "import { Store } from './a';\nlog(new Store().connection);\n" }),
    ],
    ['a file that takes it apart', store(head, { 'src/b.ts': 'const { connection } = store;\n' })],
    ['a test of it', store(head, { 'src/a.test.ts': 'expect(store.connection).toBe(1);\n' })],
    ['a script of JavaScript', store(head, { 'tools/b.mjs': "log(store['connection']);\n" })],
    [
      'another class of the file',
      store(head, {}, `${METHODS}class Other extends Store {\n  x = this.connection;\n}\n`),
    ],
    ['a string of the file', store(head, {}, `${METHODS}show(new Store(), 'connection');\n`)],
    ['a base class', store(`export class Store extends Base {\n${FIELD}`)],
    ['an interface', store(`export class Store implements Connected {\n${FIELD}`)],
    ['a decorated class', store(`@Entity()\nexport class Store {\n${FIELD}`)],
    ['a decorated field', store(`export class Store {\n  @Column()\n${FIELD}`)],
    [
      'an object of the class that is spread',
      store(head, {}, METHODS.replace('return service.d', 'log({ ...this });\n    return service.d')),
    ],
    ['a package for others', { ...store(head), 'package.json': MANIFEST.replace('{ ', '{ "types": "a.d.ts", ') }],
    ['no project', { 'src/a.ts': store(head)['src/a.ts'] }],
  ];
  it.each(refused)('is left alone: %s', async (_title, files) => {
    const [first = ''] = await findings(files, 'src/a.ts');
    expect(first).toMatch(/ secret-from-field$/);
  });
});
