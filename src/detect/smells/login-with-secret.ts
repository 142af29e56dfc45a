import { say } from '../../core/message';
import type { Match, Verdict } from '../kind';
import type { Smell } from './smell';

const YAML = /\.ya?ml$/i;
const TERRAFORM = /\.(?:tf|hcl)$/i;

/** A line that is a comment signs in nowhere. */
const isComment = ({ text, value: { start } }: Match): boolean =>
  /^[ \t]*#/.test(text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 1000), start));

/** Accepts in files of one sort; without a path's ending, anywhere. */
const inFiles =
  (files: RegExp, also: (match: Match) => boolean) =>
  (match: Match): Verdict | null =>
    (files.test(match.path) || !/\.\w{1,12}$/.test(match.path)) && !isComment(match) && also(match)
      ? { grade: 'certain' }
      : null;

/** A secret of GitHub Actions, named or chosen when the workflow runs. */
const SECRET = String.raw`\$\{\{\s{0,3}secrets(?:\.\w{1,80}|\[[^\]\r\n]{1,80}\])\s{0,3}\}\}`;
const QUOTED = `(?<value>["']?${SECRET}["']?)`;

/** What is read back to the action of a step. */
const FAR = 800;

/** The step of a workflow around a place, as far as its text tells. */
function stepAround({ text, value }: Match): string {
  const before = text.slice(Math.max(0, value.start - FAR), value.start);
  const item = [...before.matchAll(/\n[ \t]{0,40}- /g)].at(-1);
  const own = before.slice(item?.index ?? 0);
  return own + (text.slice(value.end, value.end + FAR).split(/\n[ \t]{0,40}- /, 1)[0] ?? '');
}

const ofAction =
  (action: RegExp) =>
  (match: Match): boolean =>
    action.test(stepAround(match));

/** A login to a registry of Azure: the address says so, or a name. */
function isRegistry(match: Match): boolean {
  const step = stepAround(match);
  if (!/(?:docker\/login-action|azure\/docker-login)@/i.test(step)) return false;
  if (/azurecr\.io|(?:^|[^a-z])acr(?![a-z])/i.test(step)) return true;
  if (
    /azure\/docker-login@/i.test(step) &&
    /login-server:\s{0,4}["']?\$\{\{[^}\r\n]{0,60}(?:login_server|azure)/i.test(step)
  )
    return true;
  const variable = /(?:registry|login-server):\s{0,4}["']?\$\{\{\s{0,3}env\.(\w{1,80})/.exec(step)?.[1];
  return (
    variable !== undefined &&
    new RegExp(`(?<!\\w)${variable}:[ \\t]{0,4}["']?[a-z0-9]{5,50}\\.azurecr\\.io`, 'i').test(match.text)
  );
}

/** A text that ends inside a provider or backend of Azure, at its own level or in blocks that were closed. */
const SIGNS_IN =
  /\b(?:provider\s{1,4}"(?:azurerm|azuread|azapi)"|backend\s{1,4}"azurerm")\s{0,4}\{(?:[^{}]|\{[^{}]{0,300}\}){0,1400}$/;

/** The words of a command up to an option; a backslash or a backtick at the end of a line continues it. */
const WORDS = String.raw`(?:[^\r\n\\${'`'}#]|[\\${'`'}](?:\r\n|[^])){0,400}?`;

export const loginWithSecret: Smell = {
  id: 'login-with-secret',
  title: 'Pipeline login with a secret',
  form: 'Finds, in workflows of GitHub Actions, the input `creds` of `azure/login`, the input `publish-profile` of a deployment and the password of an Azure container registry, each with a secret; `az login --service-principal` with a password in workflows and pipelines; and a variable as `client_secret` of a provider or backend of Terraform.',
  message: say('This login does not need a secret: federate the identity with OpenID Connect'),
  looks: [
    {
      anchors: ['creds:'],
      before: 1,
      after: 200,
      pattern: new RegExp(`(?<![\\w-])creds:\\s{0,4}${QUOTED}`),
      judge: inFiles(YAML, ofAction(/azure\/login@/i)),
    },
    {
      anchors: ['clientsecret'],
      before: 1,
      after: 200,
      pattern: new RegExp(`(?<!\\w)clientSecret\\\\?["']\\s{0,4}:\\s{0,4}\\\\?["'](?<value>${SECRET})`),
      judge: inFiles(YAML, (match) => /azure\/login@[^]{0,400}\bcreds:/i.test(stepAround(match))),
    },
    {
      anchors: ['publish-profile:'],
      before: 1,
      after: 200,
      pattern: new RegExp(`(?<![\\w-])publish-profile:\\s{0,4}${QUOTED}`),
      judge: inFiles(YAML, ofAction(/azure\/(?:webapps-deploy|webapps-container-deploy|functions-action)@/i)),
    },
    {
      anchors: ['password:'],
      before: 1,
      after: 200,
      pattern: new RegExp(`(?<![\\w-])password:\\s{0,4}${QUOTED}`),
      judge: inFiles(YAML, isRegistry),
    },
    {
      anchors: ['az login'],
      before: 1,
      after: 700,
      pattern: new RegExp(
        `(?<![\\w-])az login${WORDS}[ \\t](?:-p|--password)[ \\t=]{1,4}(?<value>["']?\\$(?:\\{\\{\\s{0,3}secrets\\.\\w{1,80}\\s{0,3}\\}\\}|\\([\\w.-]{1,80}\\)|\\{?(?:env:)?[A-Za-z_]\\w{0,80}\\}?)["']?)`,
      ),
      judge: inFiles(YAML, ({ text, whole, value }) => {
        const command =
          text.slice(whole.start, value.end) + (text.slice(value.end, value.end + 300).split('\n', 1)[0] ?? '');
        return /--service-principal/.test(command) && !/cert/i.test(text.slice(value.start, value.end));
      }),
    },
    {
      anchors: ['client_secret'],
      before: 1,
      after: 120,
      pattern: /(?<![\w.])(?<value>client_secret\s{0,20}=\s{0,4}(?:var|local)\.\w{1,80})(?![\w.])/,
      judge: inFiles(TERRAFORM, ({ text, value }) =>
        SIGNS_IN.test(text.slice(Math.max(0, value.start - 1500), value.start)),
      ),
    },
  ],
};
