import { createFake } from '../../test/support/fake-secrets';

export const fake = createFake(11);
export const key = fake.storageKey();
export const secret = fake.storageConnectionString({ account: 'contoso' });
