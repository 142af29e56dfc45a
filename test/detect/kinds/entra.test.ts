import { describe, expect, it } from 'vitest';
import { createFake } from '../../support/fake-secrets';
import { candidatesIn, detected } from '../../support/detected';

const fake = createFake(31);

describe('entra-client-secret', () => {
  const secret = fake.entraClientSecret();

  it.each([
    ['a call', `new ClientSecretCredential(tenant, client, "${secret}")`],
    ['.env', `AZURE_CLIENT_SECRET=${secret}\n`],
    ['a form body', `grant_type=client_credentials&client_secret=${secret}&scope=x`],
    ['a flag', `az login --service-principal -u a -p ${secret} --tenant t`],
    ['prose', `The secret is ${secret}. Do not use it.`],
    ['YAML', `clientSecret: ${secret}`],
  ])('is found in %s', (_, text) => {
    expect(detected(text)).toEqual([`entra-client-secret ${secret}`]);
  });

  it('is found in its older form and with another checksum', () => {
    const older = fake.entraClientSecret7();
    expect(detected(`s = '${older}'`)).toEqual([`entra-client-secret ${older}`]);
    const changed = secret.slice(0, 12) + (secret[12] === 'B' ? 'C' : 'B') + secret.slice(13);
    expect(detected(`s = '${changed}'`)).toEqual([`entra-client-secret ${changed}`]);
  });

  it.each([
    ['a mask', `abc8Q${'~'}${'x'.repeat(34)}`],
    ['a path', `/cdn/img/abc8Q${'~'}${'Zk3mB9vTq2LwXr7Hn5PcYd8Jf4Gs6Ta1Ue'}/x.png`],
    ['an image name', `abc8Q${'~'}${'tplv-k3u1fbpfcp-Zoom1Qp7Rw3Xy9Lm2B'}.image`],
    ['a longer token', `${secret}${secret}`],
  ])('is silent about %s', (_, text) => {
    expect(candidatesIn(text)).toEqual([]);
  });
});
