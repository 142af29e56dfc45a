import { say } from '../../core/message';
import { textOf } from '../checksum/base64';
import type { SecretKind } from '../kind';
import { landmark } from '../landmarks';
import { shapes } from '../shapes';
import { isMadeUp } from '../silent';

export const aboutPublishing = landmark('publishing', [
  'scm.azurewebsites.net',
  'azurewebsites.windows.net',
  'scm.azurewebsites.us',
  'chinacloudsites.cn',
  'msdeploy',
  'publishing_user',
  'publishing_password',
  'publishing_credentials',
  'publishing_profile',
  'publish_profile',
  'publish_user',
  'publish_settings',
  'deployment_user',
  'deployment_credentials',
  'zipdeploy',
  'kudu',
  '^scm_user',
  '^scm_password',
  'site_credential',
  '^ftp_user',
  '^ftps_user',
]);

/** The user of an app's own credentials: a dollar sign and the name of the app. */
const USER = String.raw`(?:\$|%24)[\w-]{1,60}`;

/** 60 letters and digits of a generator. */
const VALUE = '(?<value>[A-Za-z0-9]{60})(?![A-Za-z0-9])';

export const publishProfile: SecretKind = {
  id: 'publish-profile',
  noun: 'an App Service publish profile',
  opens: say('Anyone who has it can deploy code to the app, until the profile is reset.'),
  form: 'The attribute `userPWD` of a publish profile: 60 letters and digits. It appears in `.PublishSettings` files and in pipelines, and as the password of the user `$app` for the deployment addresses of an app.',
  looks: [
    {
      anchors: ['userpwd'],
      before: 1,
      after: 100,
      pattern:
        /(?<![A-Za-z0-9_])userPWD\s{0,2}[=:]\s{0,2}(?:\\{0,3}["']|&quot;)(?<value>[A-Za-z0-9]{50,70})(?:\\{0,3}["']|&quot;)/i,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // User and password of a command or an address: -u '$app:...', https://$app:...@app.scm.azurewebsites.net
      anchors: [
        '-u ',
        '-u"',
        "-u'",
        '--user',
        '//$',
        '//%24',
        '//\\$',
        '\\$',
        '%5c%24',
        '%5c$',
        "'$",
        '`$',
        'getbytes(',
        'btoa(',
      ],
      before: 2,
      after: 260,
      pattern: new RegExp(`${USER}(?::|%3[aA]|["']?,\\s{0,2}["']?)${VALUE}`),
      judge: ({ decoded }) => (shapes.alphanumeric60(decoded) ? { grade: 'certain' } : null),
    },
    {
      anchors: ['basic '],
      before: 0,
      after: 240,
      pattern: /Basic (?<value>[A-Za-z0-9+/]{84,200}={0,2})(?![A-Za-z0-9+/=])/i,
      judge: ({ decoded }) => {
        const [user = '', password = ''] = textOf(decoded).split(':');
        return /^(?:[\w-]{1,60}\\)?\$[\w-]{1,60}$/.test(user) && shapes.alphanumeric60(password)
          ? { grade: 'certain' }
          : null;
      },
    },
  ],
  named: [{ shape: 'alphanumeric60', near: [aboutPublishing] }],
};
