import { readCask, type Cask } from '../checksum/cask';
import { wordStarts } from '../encoding';
import type { Match, SecretKind, Verdict } from '../kind';
import { isHashContext, isMadeUp } from '../silent';
import { signedKey } from '../signed-key';

/** Kinds by the signature of a CASK key; `ACOG` is told apart by its provider data. */
const BY_SIGNATURE: Readonly<Record<string, string>> = {
  AZDO: 'devops-pat',
  AZMP: 'maps-key',
  AZAC: 'appconfig-connection-string',
  AZCS: 'acs-connection-string',
  AZEG: 'eventgrid-key',
  AZCR: 'acr-password',
};

function kindOfCask({ signature, provider }: Cask, { surroundings, value }: Match): string | null {
  if (signature !== 'ACOG') return BY_SIGNATURE[signature] ?? null;
  if (provider === 'AAAB') return 'azure-openai-key';
  // Keys of a multi-service resource open Azure OpenAI as well.
  if (provider === 'AAAA' && surroundings.nearest(['openAi', 'aiServices'], value, 4000) === 'openAi')
    return 'azure-openai-key';
  return 'ai-services-key';
}

function judgeCask(match: Match): Verdict | null {
  const { decoded, text, value } = match;
  const cask = readCask(decoded);
  const kind = cask === null ? null : kindOfCask(cask, match);
  if (cask === null || kind === null) return null;
  if (
    !cask.checksumValid &&
    (isMadeUp(decoded) || isHashContext(text.slice(Math.max(0, value.start - 60), value.start)))
  )
    return null;
  return { grade: 'certain', kind };
}

export const azureOpenAiKey: SecretKind = {
  id: 'azure-openai-key',
  noun: 'an Azure OpenAI key',
  looks: [
    {
      anchors: ['jqqj9'],
      before: 60,
      after: 40,
      pattern: new RegExp(
        `${wordStarts('')}[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{16}[A-Za-z]{4}[A-Za-z0-9]{4}(?:[A-Za-z0-9]{2}==)?(?![A-Za-z0-9])`,
      ),
      judge: judgeCask,
    },
  ],
  named: [{ shape: 'hex32', near: ['openAi'] }],
};

export const aiServicesKey: SecretKind = {
  id: 'ai-services-key',
  noun: 'an Azure AI services key',
  looks: [],
  named: [{ shape: 'hex32', near: ['aiServices'] }],
};

const inAzure = ({ surroundings, value }: Match): Verdict | null =>
  surroundings.nearest(['entra'], value, Infinity) === null ? null : { grade: 'likely' };

export const searchKey: SecretKind = {
  id: 'search-key',
  noun: 'an Azure AI Search key',
  looks: [signedKey(39, 'AzSe', 'search')],
  named: [
    { shape: 'hex32', near: ['search'] },
    { shape: 'alphanumeric52', near: ['search'] },
    // Other searches have clients and indexes, too; and keys of 32 hexadecimal digits.
    { shape: 'hex32', near: ['searchSdk'], judge: inAzure },
    { shape: 'alphanumeric52', near: ['searchSdk'], judge: inAzure },
  ],
};
