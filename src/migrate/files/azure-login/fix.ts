import { editedOrNull } from '../../../core/edit';
import type { TextEdit } from '../../../core/edit';
import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { at, itemsOf, mapsIn, pairsOf, textOf } from '../../../formats/yaml/tree';
import type { YamlMap, YamlNode } from '../../../formats/yaml/tree';
import { beforeOnLine, lineEndOf, refused as no } from '../file-fix';
import type { FileFix } from '../file-fix';
import { variableFor } from './login';
import type { Login } from './login';
import { grantsToken, permissionEdits } from './permissions';
import { loginSteps } from './steps';

const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]{1,200}\.ya?ml$/i;

/** Inputs that say how to sign in; with one of them the secret is not the only way. */
const OTHER_WAYS = ['client-id', 'tenant-id', 'subscription-id', 'auth-type'];

/** The login whose secret is at a place. */
function loginAt(root: YamlNode, span: Span): Login | null {
  for (const job of pairsOf(at(root, 'jobs'))) {
    for (const step of itemsOf(at(job.value, 'steps'))) {
      if (step.kind !== 'map' || !contains(step, span) || !/^azure\/login@/i.test(textOf(at(step, 'uses')) ?? ''))
        continue;
      const creds = pairsOf(at(step, 'with')).find(
        ({ key, value }) => key.text === 'creds' && value && contains(value, span),
      );
      const secret = /^\$\{\{\s{0,99}secrets\.(\w{1,100})\s{0,99}\}\}$/.exec(textOf(creds?.value) ?? '')?.[1];
      if (creds && secret !== undefined) return { root, job, step, creds, secret };
    }
  }
  return null;
}

/** OpenID Connect came with version 1.4. A commit tells its version in the comment beside it, or not at all. */
function isOldVersion(text: string, step: YamlMap): boolean {
  const uses = at(step, 'uses');
  const ref = (textOf(uses) ?? '').split('@')[1] ?? '';
  const said = /^[\da-f]{40}$/i.test(ref)
    ? /^["']?[ \t]{0,99}#[ \t]{0,99}(?:azure\/login@)?(v?\d[\d.]{0,100})/i.exec(text.slice(uses?.end ?? 0))?.[1]
    : ref;
  const version = /^v?(\d+)(?:\.(\d+))?/.exec(said ?? '');
  if (!version) return said === undefined || !/^(?:master|main)$/.test(said);
  const [, major = '0', minor] = version;
  return Number(major) < 1 || (major === '1' && minor !== undefined && Number(minor) < 4);
}

function inputEdit(text: string, { step, creds, secret }: Login): TextEdit | null {
  const indent = beforeOnLine(text, creds.start);
  const value = creds.value;
  if (!value || !/^[ \t]+$/.test(indent) || text[at(step, 'with')?.start ?? 0] === '{') return null;
  const quote = /^["']/.exec(text.slice(value.start, value.end))?.[0] ?? '';
  const noSubscription = textOf(at(at(step, 'with'), 'allow-no-subscriptions')) === 'true';
  const inputs = [
    ['client-id', 'CLIENT_ID'],
    ['tenant-id', 'TENANT_ID'],
    ...(noSubscription ? [] : ([['subscription-id', 'SUBSCRIPTION_ID']] as const)),
  ] as const;
  const lines = inputs.map(([input, name]) => `${input}: ${quote}\${{ vars.${variableFor(secret, name)} }}${quote}`);
  return { span: { start: creds.start, end: value.end }, newText: lines.join(lineEndOf(text) + indent) };
}

/** Why the login is left as it is, before its edits are made. */
function whyNot(text: string, { root, step }: Login): string | null {
  const inputs = at(step, 'with');
  if (mapsIn(root).some((map) => map.pairs.some(({ key, value }) => key.text === '<<' || value?.kind === 'alias')))
    return 'workflow-anchors';
  if (OTHER_WAYS.some((name) => at(inputs, name) !== null)) return 'login-several-ways';
  if (!/^(?:azurecloud)?$/i.test(textOf(at(inputs, 'environment')) ?? '')) return 'login-other-cloud';
  return isOldVersion(text, step) ? 'login-too-old' : null;
}

/** `azure/login` of GitHub Actions: OpenID Connect instead of the secret with the credentials of an app. */
export const azureLogin: FileFix = {
  id: 'azure-login',
  rules: ['infra/login-with-secret'],
  handles: (path) => /\.ya?ml$/i.test(path),
  async plan({ path, text }, span) {
    if (!WORKFLOW.test(path)) return no('login-outside-workflow');
    const { parseYaml } = await import('../../../formats/yaml/parse');
    const roots = parseYaml(text);
    const [root] = roots ?? [];
    const login = root && roots?.length === 1 ? loginAt(root, span) : null;
    if (!login) return no('workflow-not-read');
    const reason = whyNot(text, login);
    if (reason !== null) return no(reason);
    const input = inputEdit(text, login);
    if (!input) return no('workflow-not-read');
    const permissions = permissionEdits(text, login);
    if (typeof permissions === 'string') return no(permissions);
    const edits = [input, ...permissions];
    const after = editedOrNull(text, edits);
    const again = after === null ? null : parseYaml(after);
    if (!again?.[0] || !grantsToken(again[0], login.job.key.text)) return no('cannot-read-back');
    return {
      kind: 'change',
      title: say('Sign in with OpenID Connect instead of the secret {name}', { name: login.secret }),
      service: 'arm-service-principal',
      edits,
      steps: loginSteps(path, login),
    };
  },
};
