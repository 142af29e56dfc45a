import { isStrong, within } from '../database';
import { decode, PAD } from '../encoding';
import type { Match, SecretKind } from '../kind';
import { parameter, queryAround } from '../sas';
import { isPlaceholder } from '../placeholders';
import { isMadeUp, isTestMaterial } from '../silent';
import { landmark, type Landmark } from '../landmarks';
import { aboutMysql, aboutMysqlName, aboutPostgres, aboutPostgresName, aboutSql } from './database-landmarks';
import { say } from '../../core/message';
import { applicationRights, openAddress, privateKeyRights, sharedPassword } from '../opens';

export const aboutCertificate = landmark('certificate', [
  '.pfx',
  '.p12',
  'x509certificate',
  'pkcs12',
  '^pfx',
  'certificate_password',
  'cert_password',
]);

export const aboutVm = landmark('vm', [
  'az vm',
  'virtual_machine',
  'os_profile',
  'osprofile',
  '^azvm',
  'new-azvm',
  '^vm_admin',
  '^vm_password',
  'azureuser',
  'microsoft.compute',
]);

export const aboutAdminPassword = landmark('adminPassword', ['admin_password'], { common: true });

export const aboutAdminUser = landmark('adminUser', ['admin_username']);

export const machineKey: SecretKind = {
  id: 'aspnet-machinekey',
  noun: 'an ASP.NET machine key',
  opens: say('Anyone who has the key can forge sign-in cookies and view state of the application.'),
  form: 'The attribute `validationKey` or `decryptionKey` of `machineKey`: 40 to 128 hexadecimal digits. It appears in `web.config` and `machine.config`. `AutoGenerate` is not reported.',
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
  opens: openAddress,
  form: 'An address of a workflow trigger with the parameters `sp`, `sv` and `sig`; the finding covers the signature. It appears in code and settings.',
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

/** Free text after a flag or in a call that opens a certificate. */
export const pfxPassword: SecretKind = {
  id: 'pfx-password',
  noun: 'a certificate password',
  opens: say('Together with the certificate file, the password gives access to the private key.'),
  form: 'Free text next to a `.pfx` or `.p12` file, such as the second argument of `X509Certificate2`, or a flag of `openssl`, `signtool` or `certutil`.',
  calls: [
    'certificate2(',
    'certificates(',
    '.load(',
    'pkcs12.decode(',
    'pkcs12.load(',
    'usehttps(',
    'loadpkcs12(',
    'pkcs12fromfile(',
    'collection.import(',
    'certificate.import(',
    'cert.import(',
  ],
  // The password comes after the file.
  freeArguments: [
    { call: /certificate2$|certificates$|load$|pkcs12decode$|loadpkcs12$|pkcs12fromfile$|usehttps$/, from: 1 },
    { call: /import$/, from: 1, to: 1, first: /^\s{0,4}@?["'][^"']{0,200}\.(?:pfx|p12)["']/i },
  ],
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
      near: [aboutCertificate],
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
  opens: sharedPassword,
  form: 'Free text with a name such as `adminPassword` or `admin_password` in a Bicep, ARM or Terraform template, or in a command for a virtual machine. Secure parameters and Key Vault references are not reported.',
  looks: [],
  named: [
    { shape: 'password', near: [aboutVm] },
    // Other machines have administrators, too.
    {
      shape: 'password',
      near: [aboutAdminUser],
      judge: (match) =>
        /admin/.test(match.groups['name'] ?? '') &&
        (isTemplateOfAzure(match) || /azure|microsoft\.compute/i.test(match.text))
          ? { grade: 'likely' }
          : null,
    },
    // A template's name for it; other products' charts call theirs so, too.
    {
      shape: 'password',
      near: [aboutAdminPassword],
      judge: (match) => {
        const owner =
          match.surroundings.nearest([aboutPostgresName, aboutMysqlName], match.name, 0) ??
          match.surroundings.nearest(
            [aboutVm, aboutSql, aboutPostgres, aboutMysql, aboutCertificate],
            match.name,
            1500,
          );
        if (owner !== null) return { grade: 'likely', kind: ADMINISTRATORS.get(owner) ?? 'vm-admin-password' };
        return isStrong(match.decoded) && isTemplateOfAzure(match) ? { grade: 'likely' } : null;
      },
    },
  ],
};

const ADMINISTRATORS: ReadonlyMap<Landmark, string> = new Map([
  [aboutSql, 'sql-password'],
  [aboutPostgres, 'postgres-password'],
  [aboutPostgresName, 'postgres-password'],
  [aboutMysql, 'mysql-password'],
  [aboutMysqlName, 'mysql-password'],
  [aboutCertificate, 'pfx-password'],
]);

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

/** What is between the lines of a key besides the key: line breaks, escaped too, and joints of concatenated strings. */
const BETWEEN = String.raw`(?:\s|\\{1,4}[rn]|["'\x60,+]|&#x?[0-9a-fA-F]{1,2};)`;
const LEADING = new RegExp(`^${BETWEEN}{1,100}`);
const TRAILING = new RegExp(`${BETWEEN}{1,100}$`);

export const privateKey: SecretKind = {
  id: 'private-key',
  noun: 'a private key',
  opens: privateKeyRights,
  form: 'A PEM block that says it is a private key; the finding covers the lines between its first and last line. It appears in `.pem` files and in strings. Public keys and certificates are not reported.',
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
  opens: applicationRights,
  form: 'A PKCS #12 file in base64, which holds a certificate together with its private key. It appears in C#, PowerShell and Kubernetes files. Thumbprints and public certificates are not reported.',
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
