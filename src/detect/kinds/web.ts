import { isStrong, within } from '../database';
import { decode, PAD } from '../encoding';
import type { Match, SecretKind } from '../kind';
import { parameter, queryAround } from '../sas';
import { isMadeUp, isPlaceholder, isTestMaterial } from '../silent';

export const publishProfile: SecretKind = {
  id: 'publish-profile',
  noun: 'an App Service publish profile',
  looks: [
    {
      anchors: ['userpwd'],
      before: 1,
      after: 100,
      pattern:
        /(?<![A-Za-z0-9_])userPWD\s{0,2}[=:]\s{0,2}(?:\\{0,3}["']|&quot;)(?<value>[A-Za-z0-9]{50,70})(?:\\{0,3}["']|&quot;)/i,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
  ],
};

export const machineKey: SecretKind = {
  id: 'aspnet-machinekey',
  noun: 'an ASP.NET machine key',
  looks: [
    {
      anchors: ['validationkey', 'decryptionkey'],
      before: 1,
      after: 170,
      pattern:
        /(?:validation|decryption)Key\\{0,3}["']?\s{0,3}[=:]\s{0,3}(?:\\{0,3}["']|&quot;)(?<value>[0-9A-Fa-f]{40,128})(?![0-9A-Fa-f])/i,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
  ],
};

export const logicAppsUrl: SecretKind = {
  id: 'logicapps-sas-url',
  noun: 'a Logic Apps trigger address',
  looks: [
    {
      anchors: ['sig=', 'sig\\u003d'],
      before: 7,
      after: 80,
      pattern: new RegExp(`(?<=[?&;]|\\\\u0026)sig${PAD}(?<value>[A-Za-z0-9_-]{43})(?![A-Za-z0-9+/%=_-])`),
      judge: ({ decoded, text, value }) => {
        const around = queryAround(text, value);
        const whole = decode(text.slice(around.start, around.end), false);
        const logic = /\.logic\.azure\.|\.logic\.ext\.|powerplatform\.com|\/workflows\/.{1,200}\/triggers\//i.test(
          whole,
        );
        const triggers = /triggers/i.test(parameter(whole, 'sp') ?? '') || parameter(whole, 'sv') === '1.0';
        return logic && triggers && !isMadeUp(decoded) ? { grade: 'certain', around } : null;
      },
    },
  ],
};

/** Free text behind a flag or in a call that opens a certificate. */
export const pfxPassword: SecretKind = {
  id: 'pfx-password',
  noun: 'a certificate password',
  looks: [
    {
      anchors: ['openssl', 'signtool', 'certutil', 'dev-certs'],
      before: 0,
      after: 420,
      pattern:
        /(?:openssl pkcs12|signtool|certutil|dev-certs)(?:(?!openssl|signtool|certutil|dev-certs)[^\r\n]|[\\`]\r?\n){0,280}?\s(?:-pass(?:in|out|word)?\s{1,2}["']?pass:|(?:[/-]p|--password)\s{1,2})["']?(?<value>(?<=pass:)[^\s"']{1,128}|(?<=["'])[^"'\r\n]{1,128}|[^\s"']{1,128})/i,
      judge: ({ decoded, text, whole }) =>
        /pkcs12|\.pfx|\.p12/i.test(text.slice(whole.start, whole.end + 200)) &&
        decoded.length >= 4 &&
        !isPlaceholder(decoded)
          ? { grade: 'likely' }
          : null,
    },
  ],
  named: [
    {
      shape: 'password',
      near: ['certificate'],
      name: /(?<!truststore)(?:passw(?:or)?d|passwd|passphrase|pwd|pass|securestring|certificate2|certsecret|pfxsecret|certkey)$|certificate2|certificatepassword|pfxpassword/,
      // Keystores are of many sorts.
      judge: (match) =>
        !/keystore/.test(match.groups['name'] ?? '') || /\.(?:p12|pfx)\b|pkcs12/i.test(within(match, 300, 150))
          ? { grade: 'likely' }
          : null,
    },
  ],
};

export const vmAdminPassword: SecretKind = {
  id: 'vm-admin-password',
  noun: 'a virtual machine password',
  looks: [],
  named: [
    { shape: 'password', near: ['vm'] },
    // Other machines have administrators, too.
    {
      shape: 'password',
      near: ['adminUser'],
      judge: (match) =>
        /admin/.test(match.groups['name'] ?? '') &&
        (isTemplateOfAzure(match) || /azure|microsoft\.compute/i.test(match.text))
          ? { grade: 'likely' }
          : null,
    },
    // A template's name for it; other products' charts call theirs so, too.
    {
      shape: 'password',
      near: ['adminPassword'],
      judge: (match) => {
        const owner =
          match.surroundings.nearest(['postgresName', 'mysqlName'], match.name, 0) ??
          match.surroundings.nearest(['vm', 'sql', 'postgres', 'mysql', 'certificate'], match.name, 1500);
        if (owner !== null) return { grade: 'likely', kind: ADMINISTRATORS[owner] ?? 'vm-admin-password' };
        return isStrong(match.decoded) && isTemplateOfAzure(match) ? { grade: 'likely' } : null;
      },
    },
  ],
};

const ADMINISTRATORS: Readonly<Record<string, string>> = {
  sql: 'sql-password',
  postgres: 'postgres-password',
  postgresName: 'postgres-password',
  mysql: 'mysql-password',
  mysqlName: 'mysql-password',
  certificate: 'pfx-password',
};

/** A Bicep file, a template of Resource Manager, or a Terraform file whose last block before the value is no other provider's. */
function isTemplateOfAzure({ path, text, value }: Match): boolean {
  if (/\.bicep(?:param)?$/i.test(path)) return true;
  const before = text.slice(Math.max(0, value.start - 3000), value.start);
  if (/(?:New-Az\w{2,30}Deployment|az deployment)\b[^\r\n]{0,600}$/.test(before.slice(-800))) return true;
  if (/\.json$/i.test(path)) return /"parameters"\s{0,3}:|schema\.management\.azure\.com/.test(before);
  if (!/\.(?:tf|tfvars)$/i.test(path)) return false;
  const provider = [...before.matchAll(/(?:resource|provider|data)\s{1,3}"([a-z]{1,20})/g)].at(-1)?.[1];
  return provider === undefined || provider === 'azurerm' || provider === 'azapi';
}

const DASHES = '-'.repeat(5);

/** What stands between the lines of a key besides the key: line breaks, escaped too, and joints of concatenated strings. */
const BETWEEN = String.raw`(?:\s|\\{1,4}[rn]|["'\x60,+]|&#x?[0-9a-fA-F]{1,2};)`;
const LEADING = new RegExp(`^${BETWEEN}{1,100}`);
const TRAILING = new RegExp(`${BETWEEN}{1,100}$`);

export const privateKey: SecretKind = {
  id: 'private-key',
  noun: 'a private key',
  looks: [
    {
      anchors: [`private key${DASHES}`, `private key block${DASHES}`],
      before: 40,
      after: 9200,
      pattern: new RegExp(
        `${DASHES}BEGIN ?(?:(?:RSA|DSA|EC|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?${DASHES}\\s{0,4}(?:[A-Z][A-Za-z-]{2,20}: [^\\r\\n]{1,80}\\s{1,4}){0,4}(?<value>[^-]{60,9000})${DASHES}END`,
      ),
      judge: ({ text, value, path }) => {
        if (isTestMaterial(path)) return null;
        const raw = text.slice(value.start, value.end);
        const leading = LEADING.exec(raw)?.[0].length ?? 0;
        const trailing = TRAILING.exec(raw.slice(-100))?.[0].length ?? 0;
        const span = { start: value.start + leading, end: value.end - trailing };
        const body = text.slice(span.start, span.end).replace(new RegExp(BETWEEN, 'g'), '');
        // PKCS #1 and #8 start with a sequence, OpenSSH's format with its name.
        if (!/^(?:MI|b3BlbnNzaC1rZXktdjE|lQ)[A-Za-z0-9+/]{50,9000}={0,4}$/.test(body) || isMadeUp(body.slice(8, 72)))
          return null;
        return { grade: 'certain', span };
      },
    },
  ],
};

export const certificate: SecretKind = {
  id: 'certificate',
  noun: 'a certificate with its private key',
  looks: [
    {
      // The head of PKCS #12: a sequence, version 3, the object identifier of signed data.
      anchors: ['ibazcc'],
      before: 12,
      after: 16_000,
      pattern: /(?<![A-Za-z0-9+/])MI[I-L][A-Za-z0-9+/]{1,6}[AQgw]IBAzCC[A-Za-z0-9+/]{200,15000}={0,2}/,
      judge: ({ decoded }) => (isMadeUp(decoded.slice(40, 120)) ? null : { grade: 'certain' }),
    },
  ],
};
