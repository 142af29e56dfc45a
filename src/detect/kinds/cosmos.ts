import { isIdentifiableKey } from '../checksum/identifiable-key';
import { BASE64, BASE64_ENDS, decode, PAD } from '../encoding';
import { connectionStringAround } from '../extent';
import type { SecretKind } from '../kind';
import { isPlaceholder } from '../placeholders';
import { isLocal, isMadeUp } from '../silent';
import { signedKey } from '../signed-key';
import { aboutCosmos } from './account-keys';
import { accountData } from '../opens';

export const cosmosConnectionString: SecretKind = {
  id: 'cosmos-connection-string',
  noun: 'an Azure Cosmos DB connection string',
  opens: accountData,
  form: 'A connection string with `AccountEndpoint` and `AccountKey`; the finding covers the key. It appears in code and settings. The key of the emulator is not reported.',
  looks: [
    {
      anchors: ['accountkey'],
      before: 2,
      after: 560,
      pattern: new RegExp(`AccountKey\\s{0,3}${PAD}\\s{0,3}["'\`]?(?<value>${BASE64}{86}${PAD}{2})${BASE64_ENDS}`, 'i'),
      judge: ({ decoded, text, value }) => {
        const around = connectionStringAround(text, value);
        const whole = decode(
          text.slice(around?.start ?? Math.max(0, value.start - 300), around?.end ?? value.end + 200),
        );
        if (!/AccountEndpoint\s{0,99}=|documents\.azure\./i.test(whole)) return null;
        if (!isIdentifiableKey(decoded, 'cosmos') && isMadeUp(decoded)) return null;
        return around === null ? { grade: 'certain' } : { grade: 'certain', around };
      },
    },
  ],
};

export const cosmosKey: SecretKind = {
  id: 'cosmos-key',
  noun: 'an Azure Cosmos DB key',
  opens: accountData,
  form: '64 bytes in base64: 88 characters that end in two equals signs. Newer keys carry a signature and a checksum; older ones are found next to a Cosmos DB client, endpoint or setting. The key of the emulator is not reported.',
  calls: ['usecosmos(', 'gremlinserver('],
  looks: [signedKey(64, 'ACDb', 'cosmos')],
  named: [{ shape: 'base64Of64', near: [aboutCosmos] }],
};

export const cosmosMongoUrl: SecretKind = {
  id: 'cosmos-mongo-url',
  noun: 'an Azure Cosmos DB for MongoDB connection string',
  opens: accountData,
  form: 'A `mongodb://` or `mongodb+srv://` address with user and password, for a host under `mongo.cosmos.azure.com` or `mongocluster.cosmos.azure.com`; the finding covers the password. It appears in code and settings.',
  looks: [
    {
      anchors: ['mongo.cosmos.azure.', 'mongocluster.cosmos.azure.', 'documents.azure.com'],
      before: 600,
      after: 30,
      pattern:
        /mongodb(?:\+srv)?:(?:\\?\/){2}(?<user>[^:@\s"'`<>]{1,200}):(?<value>[^@\s"'`<>]{1,400})@[\w.-]{1,120}?\.(?:mongo\.cosmos|mongocluster\.cosmos|documents)\.azure\.(?:com|cn|us)/i,
      judge: ({ decoded, value, whole, text }) => {
        if (isPlaceholder(decoded) || isLocal(text.slice(value.end, whole.end))) return null;
        return { grade: 'certain', around: whole };
      },
    },
  ],
};
