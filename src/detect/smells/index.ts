import { say } from '../../core/message';
import type { Match, Verdict } from '../kind';
import { keyInSettings } from './keys-in-settings';
import { loginWithSecret } from './login-with-secret';
import type { Smell } from './smell';

const TEMPLATE = /\.(?:bicep|bicepparam|json|jsonc|tf|hcl)$/i;
const TERRAFORM = /\.(?:tf|hcl)$/i;

/** Accepts in files of one sort; without a path's ending, anywhere. */
const inFiles =
  (files: RegExp, also: (match: Match) => boolean = () => true) =>
  (match: Match): Verdict | null =>
    (files.test(match.path) || !/\.\w{1,12}$/.test(match.path)) && also(match) ? { grade: 'certain' } : null;

/** The block a match of Terraform is in: from the last unindented line on. */
const blockOf = ({ text, value }: Match): string => {
  const before = text.slice(Math.max(0, value.start - 4000), value.start);
  const heads = [...before.matchAll(/^[a-z]\w{1,60} [^\n{]{0,400}\{[^\n]{0,400}\n/gm)];
  return before.slice(heads.at(-1)?.index ?? 0);
};

export const smells: readonly Smell[] = [
  {
    id: 'key-in-output',
    title: 'Keys in the outputs of a deployment',
    form: 'Finds `listKeys()` and its siblings in an `output` of a Bicep file or under `outputs` of an ARM template.',
    message: say('Keys in a deployment output can be read by everyone who may read deployments'),
    looks: [
      {
        anchors: ['listkeys(', 'listconnectionstrings(', 'listaccountsas(', 'listadminkeys(', 'listcredentials('],
        before: 300,
        after: 10,
        pattern:
          /(?<![\w-])output\s{1,4}\w{1,80}\s{1,4}\w{1,40}\s{1,4}=[^\r\n]{0,200}?(?<value>list(?:Keys|ConnectionStrings|AccountSas|AdminKeys|Credentials)\()/i,
        judge: inFiles(/\.bicep$/i),
      },
      {
        anchors: ['listkeys(', 'listconnectionstrings(', 'listadminkeys(', 'listcredentials('],
        before: 200,
        after: 10,
        pattern:
          /"value"\s{0,4}:\s{0,4}"\[[^"\r\n]{0,160}?(?<value>list(?:Keys|ConnectionStrings|AdminKeys|Credentials)\()/i,
        judge: inFiles(/\.jsonc?$/i, ({ text, value }) => {
          const before = text.slice(0, value.start);
          return (
            before.lastIndexOf('"outputs"') >
            Math.max(before.lastIndexOf('"resources"'), before.lastIndexOf('"variables"'))
          );
        }),
      },
    ],
  },
  keyInSettings,
  {
    id: 'key-in-state',
    title: 'Keys in Terraform outputs and settings',
    form: 'Finds attributes such as `primary_access_key` or `primary_connection_string` of an `azurerm` resource, used in a Terraform file.',
    message: say('This key is stored in the Terraform state, and everyone who can read the state can read it'),
    looks: [
      {
        anchors: [
          'primary_access_key',
          'secondary_access_key',
          'primary_connection_string',
          'secondary_connection_string',
          'primary_blob_connection_string',
          'primary_key',
          'secondary_key',
          'admin_password',
          'primary_readonly_key',
          'default_primary_connection_string',
          'primary_sql_connection_string',
          'primary_mongodb_connection_string',
          'instrumentation_connection',
        ],
        before: 200,
        after: 40,
        pattern:
          /(?<value>(?<![\w.])(?:data\.)?azurerm_\w{3,60}\.[\w-]{1,80}(?:\[[^\]\r\n]{1,40}\])?\.(?:default_)?(?:primary|secondary)(?:_\w{1,20}){0,2}_(?:key|connection_string)|(?<![\w.])azurerm_container_registry\.[\w-]{1,80}\.admin_password)(?!\w)/,
        judge: inFiles(TERRAFORM),
      },
    ],
  },
  {
    id: 'shared-key-access',
    title: 'Key access left on',
    form: 'Finds `shared_access_key_enabled = true`, `local_auth_enabled = true`, `allowSharedKeyAccess: true` and `disableLocalAuth: false` in Terraform, Bicep and ARM files.',
    message: say('Key access is on; turn it off once every client uses Microsoft Entra'),
    looks: [
      {
        anchors: [
          'shared_access_key_enabled',
          'local_auth_enabled',
          'local_authentication_enabled',
          'access_key_metadata_writes_enabled',
        ],
        before: 1,
        after: 20,
        pattern:
          /(?<![\w.])(?<value>(?:shared_access_key_enabled|local_auth(?:entication)?_enabled)\s{0,20}=\s{0,4}true)(?!\w)/,
        judge: inFiles(TERRAFORM),
      },
      {
        anchors: ['local_authentication_disabled', 'local_auth_disabled'],
        before: 1,
        after: 20,
        pattern: /(?<![\w.])(?<value>local_auth(?:entication)?_disabled\s{0,20}=\s{0,4}false)(?!\w)/,
        judge: inFiles(TERRAFORM),
      },
      {
        anchors: ['allowsharedkeyaccess', 'disablelocalauth'],
        before: 2,
        after: 20,
        pattern:
          /(?<![\w.])["']?(?<value>allowSharedKeyAccess["']?\s{0,4}:\s{0,4}true|disableLocalAuth["']?\s{0,4}:\s{0,4}false)(?!\w)/,
        judge: inFiles(TEMPLATE),
      },
    ],
  },
  {
    id: 'acr-admin-user',
    title: 'Admin user of a container registry',
    form: 'Finds `adminUserEnabled: true` and `admin_enabled = true` in Bicep, ARM and Terraform files, and the flag `--admin-enabled` of `az acr`.',
    message: say('The admin user is one shared password; use a role such as AcrPull instead'),
    looks: [
      {
        anchors: ['adminuserenabled'],
        before: 2,
        after: 12,
        pattern: /(?<![\w.])["']?(?<value>adminUserEnabled["']?\s{0,4}:\s{0,4}true)(?!\w)/,
        judge: inFiles(TEMPLATE),
      },
      {
        anchors: ['admin_enabled'],
        before: 1,
        after: 20,
        pattern: /(?<![\w.])(?<value>admin_enabled\s{0,20}=\s{0,4}true)(?!\w)/,
        judge: inFiles(TERRAFORM, (match) => /azurerm_container_registry"/.test(blockOf(match))),
      },
      {
        anchors: ['--admin-enabled'],
        before: 0,
        after: 8,
        pattern: /(?<value>--admin-enabled[ =]true)(?!\w)/,
        judge: ({ text, value }) =>
          /az acr (?:create|update)/.test(text.slice(Math.max(0, value.start - 400), value.start))
            ? { grade: 'certain' }
            : null,
      },
    ],
  },
  loginWithSecret,
];
