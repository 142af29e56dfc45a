import { textOf } from '../checksum/base64';
import { isDevopsPat } from '../checksum/devops-pat';
import type { SecretKind } from '../kind';
import { isMadeUp } from '../silent';
import { shapes } from '../shapes';
import { landmark } from '../landmarks';
import { tokenRights } from '../opens';

export const aboutDevops = landmark('devops', [
  'dev.azure.com',
  'visualstudio.com',
  'azure_devops',
  'devops',
  'personal_access_token',
  'vssbasiccredential',
  'vss_nuget',
  'system_accesstoken',
  'system_access_token',
  'cleartextpassword',
  '^ado_',
  '^ado_token',
  '^ado_pat',
  '^azdo',
  '^tfs',
]);

const devopsHost = '(?:dev\\.azure\\.com|[\\w-]{1,60}\\.visualstudio\\.com|pkgs\\.dev\\.azure\\.com)';

export const devopsPat: SecretKind = {
  id: 'devops-pat',
  noun: 'an Azure DevOps personal access token',
  opens: tokenRights,
  form: '84 letters and digits with a fixed signature, or 52 lower-case letters and digits with a checksum. It appears in clone addresses, feed settings such as `.npmrc` and `NuGet.config`, and in calls such as `getPersonalAccessTokenHandler`.',
  names: ['_pat$', 'pat"$', "pat'$", 'pat=', 'pat:', 'pat =', 'pat :', 'pat(', 'pat>'],
  calls: ['patconnection('],
  looks: [
    {
      anchors: ['dev.azure.com', 'visualstudio.com'],
      before: 180,
      after: 1,
      pattern: new RegExp(
        `:(?:\\\\?/){2}(?:[^:@/\\s"'<>]{0,100}:)?(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})@${devopsHost}`,
      ),
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // .npmrc holds the token in base64, maybe after a user.
      anchors: ['_password=', '_password =', 'pat_b', 'b64_pat', 'base64_pat', 'token_b'],
      before: 10,
      after: 290,
      pattern:
        /(?:_password|(?:pat|token)_?b(?:ase)?_?64|b(?:ase)?64_?(?:pat|token))["']?\s{0,2}[:=]\s{0,2}["']?(?<value>[A-Za-z0-9+/]{68,240}={0,2})["']?(?![A-Za-z0-9+/=])/i,
      judge: ({ decoded, surroundings, value }) => {
        const token = textOf(decoded).replace(/^[^:]{0,80}:/, '');
        if (!isTokenText(token)) return null;
        return isDevopsPat(token) ||
          /AZDO/.test(token) ||
          surroundings.nearest([aboutDevops], { start: value.start, end: value.start }, 1500) !== null
          ? { grade: 'certain' }
          : null;
      },
    },
    {
      anchors: ['azure_devops_ext_pat'],
      before: 0,
      after: 120,
      pattern: /AZURE_DEVOPS_EXT_PAT["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])/,
      judge: ({ decoded }) => (isDevopsPat(decoded) || !isMadeUp(decoded) ? { grade: 'certain' } : null),
    },
    {
      anchors: ['basic '],
      before: 0,
      after: 260,
      pattern: /Basic (?<value>[A-Za-z0-9+/]{68,240}={0,2})(?![A-Za-z0-9+/=])/i,
      judge: ({ decoded }) => (isTokenText(textOf(decoded).replace(/^[^:]*:/, '')) ? { grade: 'certain' } : null),
    },
    {
      // The settings of Yarn and npm hold user and token, or the token alone, in base64.
      anchors: [
        'npmauthident',
        'npmauthtoken',
        '_auth=',
        '_auth =',
        '_auth"',
        '_authtoken=',
        '_authtoken =',
        '_authtoken"',
      ],
      before: 2,
      after: 280,
      pattern:
        /(?:npmAuthIdent|npmAuthToken|_auth(?:Token)?)["']?\s{0,2}[:=]\s{0,2}["']?(?<value>[A-Za-z0-9+/]{68,240}={0,2})["']?(?![A-Za-z0-9+/=])/i,
      judge: ({ decoded }) => (isTokenText(textOf(decoded).replace(/^[^:]*:/, '')) ? { grade: 'certain' } : null),
    },
    {
      // The command reads the token from its input.
      anchors: ['az devops login'],
      before: 0,
      after: 330,
      pattern:
        /az devops login(?:[^\r\n<|;&]|[\\`]\r?\n){0,200}<<(?:<\s{0,3}|-?\s?["']?\w{1,20}["']?\r?\n\s{0,20})["']?(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])/,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      anchors: ['az devops login'],
      before: 140,
      after: 1,
      pattern:
        /(?:echo|printf|Write-Output|^|[\r\n"'])\s{0,20}(?:-n\s|["']?%s(?:\\n)?["']?\s)?["']?(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})["']?\s{0,3}\|\s{0,20}(?:sudo\s)?az devops login/,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // Yarn's settings, and clients that take user and password as they are.
      anchors: ['npmauthident', 'basic '],
      before: 0,
      after: 160,
      pattern: /(?:npmAuthIdent["']?\s?:\s?["']?|Basic )[^:\s"']{0,60}[: ](?<value>[a-z2-7]{52})(?![A-Za-z0-9+/=])/i,
      judge: ({ decoded }) => (isDevopsPat(decoded) || !isMadeUp(decoded) ? { grade: 'certain' } : null),
    },
    {
      anchors: ['| base64', '|base64'],
      before: 80,
      after: 1,
      pattern: /["'][\w.@-]{0,60}:(?<value>[a-z2-7]{52})["']\s?\|\s?base64/,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // Put together for basic authentication.
      anchors: ['getbytes(', 'buffer.from(', 'btoa(', 'b64encode('],
      before: 0,
      after: 160,
      pattern:
        /(?:GetBytes|Buffer\.from|btoa|b64encode)\(\s{0,4}b?["'`][\w.@-]{0,60}:(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})["'`]/,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      anchors: ['nuget add source', 'nuget update source', 'nuget sources'],
      before: 0,
      after: 520,
      pattern:
        /nuget(?:\.exe)? (?:add source|update source|sources)(?:(?!nuget (?:add|update) source|nuget sources)(?:[^\r\n]|[\\`^]\r?\n)){0,360}?\s(?:-p|--password|-[Pp]assword)[ =]["']?(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])/,
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // A valid checksum needs no name of a service beside it.
      anchors: ['token = ', 'token=', 'token: ', 'token":', "token':", 'pat = ', 'pat: ', 'pat=', 'pat":', "pat':"],
      before: 1,
      after: 64,
      pattern: /(?<=[Tt]oken|TOKEN|[Pp]at|PAT)["']?\s{0,3}[=:]\s{0,3}["'`]?(?<value>[a-z2-7]{52})(?![A-Za-z0-9])/,
      judge: ({ decoded }) => (isDevopsPat(decoded) ? { grade: 'certain' } : null),
    },
    {
      anchors: ['-u ', '--user '],
      before: 2,
      after: 170,
      pattern: /(?<=\s)(?:-u|--user)\s{1,2}["']?[^:\s"']{0,60}:(?<value>[a-z2-7]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])/,
      judge: ({ decoded, text, whole }) =>
        isDevopsPat(decoded) || new RegExp(devopsHost).test(text.slice(Math.max(0, whole.start - 400), whole.end + 400))
          ? { grade: 'certain' }
          : null,
    },
  ],
  named: [
    {
      shape: 'base32Of52',
      near: [aboutDevops],
      mayBeCertain: true,
      // Documentation is full of tokens that nobody ever had.
      judge: ({ decoded, path }) =>
        isDevopsPat(decoded) ? { grade: 'certain' } : /\.mdx?$/i.test(path) ? null : { grade: 'likely' },
    },
  ],
};

const isTokenText = (text: string): boolean =>
  /^[a-z2-7]{52}$/.test(text) ? shapes.base32Of52(text) : /^[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}$/.test(text);
