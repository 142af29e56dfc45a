import type { TextEdit } from '../../../core/edit';
import { say } from '../../../core/message';
import { contains } from '../../../core/span';
import type { Span } from '../../../core/span';
import { tokensOf } from '../../../formats/block-tokens';
import type { Token } from '../../../formats/block-tokens';
import { assignmentsIn } from '../../../formats/blocks';
import type { Assignment } from '../../../formats/blocks';
import { lineEnd } from '../../../formats/lines';
import { beforeOnLine, refused as no } from '../file-fix';
import type { FileChange, FileFix, FileRefusal } from '../file-fix';
import { backendSteps, providerSteps } from './steps';

const SYNTAX = { quote: '"', tripled: false, heredocs: true, hash: true } as const;

/** What replaces an argument with a secret, and the arguments that say how to sign in already. */
interface Way {
  readonly argument: RegExp;
  readonly instead: string;
  readonly also: RegExp;
}

const PROVIDER: Way = {
  argument: /^client_secret$/,
  instead: 'use_oidc',
  also: /^(?:client_secret_file_path|client_certificate\w{0,100}|use_cli|use_msi|use_oidc|oidc_\w{1,100})$/,
};
const KEY: Way = {
  argument: /^(?:access_key|sas_token)$/,
  instead: 'use_azuread_auth',
  also: /^(?:use_azuread_auth|client_secret|client_certificate\w*)$/,
};

/** A block that signs in to Azure. */
interface Block {
  readonly kind: 'provider' | 'backend';
  readonly provider: string;
  readonly assignments: readonly Assignment[];
}

/** The innermost provider or backend of Azure around a place. */
function blockAt(tokens: readonly Token[], span: Span): Block | null {
  let found: Block | null = null;
  for (const [at, token] of tokens.entries()) {
    const [label, opening] = [tokens[at + 1], tokens[at + 2]];
    if (token.kind !== 'word' || label?.kind !== 'string' || opening?.text !== '{' || opening.pair < 0) continue;
    const around = { start: opening.start, end: tokens[opening.pair]?.end ?? opening.end };
    if (!contains(around, span)) continue;
    const isBackend = token.text === 'backend' && label.text === 'azurerm';
    if (!isBackend && !(token.text === 'provider' && /^(?:azurerm|azuread|azapi)$/.test(label.text))) continue;
    const assignments = assignmentsIn(tokens, at + 3, opening.pair, '=');
    found = { kind: isBackend ? 'backend' : 'provider', provider: label.text, assignments };
  }
  return found;
}

/** A constraint in the same file that keeps the provider before OpenID Connect. */
function isOld(text: string, provider: string): boolean {
  const block = new RegExp(`(?<![\\w"])${provider}\\s{0,20}=\\s{0,4}\\{[^{}]{0,400}`).exec(text)?.[0] ?? '';
  const version = /version\s{0,20}=\s{0,4}"([^"]{1,60})"/.exec(block)?.[1] ?? '';
  const oldest: Readonly<Record<string, number>> = { azurerm: 3, azuread: 2, azapi: 1 };
  const major = /^\s{0,99}(?:~>|=|<=?)?\s{0,99}v?(\d{1,20})/.exec(version)?.[1];
  return major !== undefined && Number(major) < (oldest[provider] ?? 0);
}

const textIn = (tokens: readonly Token[], { from }: Assignment): string => tokens[from]?.text ?? '';

/** The argument under its new name, its sign of equality where it was; without one where the new one is there already. */
function editOf(text: string, tokens: readonly Token[], own: Assignment, instead: string | null): TextEdit | null {
  const end = tokens[own.to - 1]?.end ?? own.name.end;
  if (instead !== null) {
    const column = (tokens[own.from - 1]?.start ?? own.name.end) - own.name.start;
    return {
      span: { start: own.name.start, end },
      newText: `${instead.padEnd(Math.max(column, instead.length + 1))}= true`,
    };
  }
  const start = own.name.start - beforeOnLine(text, own.name.start).length;
  const stop = lineEnd(text, end);
  if (!/^\s*$/.test(text.slice(start, own.name.start)) || !/^[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(end, stop)))
    return null;
  return { span: { start, end: stop + (/^(?:\r\n|\r|\n)/.exec(text.slice(stop))?.[0].length ?? 0) }, newText: '' };
}

function changeOf(text: string, path: string, span: Span): FileChange | FileRefusal | null {
  const tokens = tokensOf(text, SYNTAX);
  const block = blockAt(tokens, span);
  const own = block?.assignments.find(({ name, to }) =>
    contains({ start: name.start, end: tokens[to - 1]?.end ?? name.end }, span),
  );
  if (!block || !own) return null;
  const ways = block.kind === 'backend' ? [KEY, PROVIDER] : [PROVIDER];
  const way = ways.find(({ argument }) => argument.test(own.name.text));
  if (!way) return null;
  if (isOld(text, block.provider)) return no('terraform-provider-too-old');
  const also = block.assignments.filter((one) => one !== own && way.also.test(one.name.text));
  const isThere = also.some((one) => one.name.text === way.instead && textIn(tokens, one) === 'true');
  if (also.length > (isThere ? 1 : 0)) return no('terraform-several-ways');
  const edit = editOf(text, tokens, own, isThere ? null : way.instead);
  if (!edit) return no('workflow-not-read');
  const isKey = way === KEY;
  const isLiteral = tokens[own.from]?.kind === 'string' && !/\$\{/.test(textIn(tokens, own));
  return {
    kind: 'change',
    title: isKey
      ? say('Open the Terraform state with Microsoft Entra instead of a key')
      : say('Sign in with OpenID Connect instead of client_secret'),
    service: isKey ? 'storage-blob' : 'arm-service-principal',
    edits: [edit],
    steps: isKey ? backendSteps(path) : providerSteps(path, isLiteral),
  };
}

/** The login of Terraform: a provider or backend without a secret. */
export const terraformLogin: FileFix = {
  id: 'terraform-login',
  rules: [
    'hardcoded/entra-client-secret',
    'hardcoded/storage-account-key',
    'hardcoded/storage-sas',
    'infra/login-with-secret',
  ],
  handles: (path) => /\.tf$/i.test(path),
  plan: ({ path, text }, span) => Promise.resolve(changeOf(text, path, span)),
};
