import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import { visibleCredential } from './credential';
import type { Source } from './host';
import { BY_LAMBDAS, calleeOf, chainOf, hostOf, isShut, openingsIn, variableOf } from './host';
import { lookup } from './scope/lookup';
import type { Node } from './syntax';
import { ancestors, argumentsOf, field, modifiersOf, parts, simpleName, spanOf, unwrap, within } from './syntax';

/**
 * Where a file's configuration can be filled from Key Vault, and how code at a place reads that configuration.
 * Sources: `AddAzureKeyVault` and `KeyVaultSecretManager` (secrets `A--B` become settings `A:B`, loaded once, when the
 * configuration is built) in sdk/extensions/Azure.Extensions.AspNetCore.Configuration.Secrets of Azure/azure-sdk-for-net.
 */
export interface VaultPlace {
  /** The code of the configuration at the literal. */
  readonly configuration: string;
  /** What the place needs to see it: a parameter of the lambda around it. */
  readonly edits: readonly TextEdit[];
  /** Null where the vault fills the configuration already. */
  readonly opening: Opening | null;
}

/** Where the call goes that fills a configuration from the vault. */
export interface Opening {
  /** A credential in sight there, or null. */
  readonly credential: string | null;
  /** @param call the call's code with its arguments, for the configuration and the indentation there. */
  edit(call: (configuration: string, indent: string | null) => string): TextEdit;
}

/** A manager of one's own may give secrets other names. */
const isPlain = (call: Node): boolean =>
  !/Manager/.test(
    (argumentsOf(call)?.text ?? '').replace(/\bnew\s{1,99}KeyVaultSecretManager\s{0,99}\(\s{0,99}\)/, ''),
  );

/** The end of a statement with the comment that ends its line. */
const behind = (text: string, end: number): number =>
  end + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);

export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const indentOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';

/** `var builder = WebApplication.CreateBuilder(args);`, in sight at the place. */
function ofBuilder(host: Node, place: Node, source: Source): VaultPlace | null {
  const { text, credentialNames } = source;
  const variable = variableOf(host);
  const around = variable?.statement.parent;
  if (!variable || !around) return null;
  const { name, declarator, statement } = variable;
  // A top-level statement is in a node of its own.
  const block = around.type === 'global_statement' ? around.parent : around;
  if (!block || place.startIndex < statement.endIndex || isShut(place, block)) return null;
  if (lookup(name, place)?.node.id !== declarator.id) return null;
  const configuration = `${name}.Configuration`;
  const known = openingsIn(source);
  if (known.length > 0) {
    const fills = known.some(
      (call) =>
        call.endIndex <= place.startIndex && isPlain(call) && (calleeOf(call)?.text ?? '').startsWith(configuration),
    );
    return fills ? { configuration, edits: [], opening: null } : null;
  }
  // A credential that is built a little later serves both, where it comes before the place.
  const later = visibleCredential(place, credentialNames);
  const binding = later === null ? null : lookup(later, place);
  const own = binding && [...ancestors(binding.node)].find(({ type }) => type === 'local_declaration_statement');
  const ownBlock = own?.parent?.type === 'global_statement' ? own.parent.parent : own?.parent;
  const after = own && ownBlock?.id === block.id && own.startIndex > statement.startIndex ? own : statement;
  const end = behind(text, after.endIndex);
  return {
    configuration,
    edits: [],
    opening: {
      credential: after === own ? later : visibleCredential(statement, credentialNames),
      edit: (call) => {
        const indent = indentOf(text, after.startIndex);
        return {
          span: { start: end, end },
          newText: `${eolOf(text)}${indent}${configuration}.${call(configuration, indent)};`,
        };
      },
    },
  };
}

/** `Host.CreateDefaultBuilder(args).ConfigureServices((context, services) => ...)` around the place. */
function ofLambdas(host: Node, place: Node, source: Source): VaultPlace | null {
  const { text, names, credentialNames } = source;
  const lambda = [...ancestors(place)].find((node) => node.type === 'lambda_expression' && isConfiguring(node, host));
  if (!lambda || modifiersOf(lambda).includes('static') || isShut(place, lambda)) return null;
  const context = contextOf(lambda, names);
  if (!context) return null;
  const configuration = `${context.name}.Configuration`;
  const known = openingsIn(source);
  if (known.length > 0) return known.some(isPlain) ? { configuration, edits: context.edits, opening: null } : null;

  const chain = chainOf(host);
  const named = (pattern: RegExp) => chain.findLast((call) => pattern.test(simpleName(calleeOf(call) ?? call)));
  const anchor =
    named(/^ConfigureAppConfiguration$/) ??
    // A bare host has no settings before the worker's defaults.
    (host.type === 'object_creation_expression' ? named(/^ConfigureFunctions/) : host);
  const parameter = ['configuration', 'config', 'appConfiguration'].find((name) => !names.has(name));
  if (!anchor || parameter === undefined) return null;
  const [space = ''] = /^\s*/.exec(text.slice(anchor.endIndex)) ?? [];
  const isChain = space.includes('\n') && text.charAt(anchor.endIndex + space.length) === '.';
  const gap = isChain ? space : '';
  return {
    configuration,
    edits: context.edits,
    opening: {
      credential: visibleCredential(host, credentialNames),
      edit: (call) => {
        const indent = gap === '' ? null : gap.replace(/^[^]*\n/, '');
        const added = `${parameter}.${call(`${parameter}.Build()`, indent)}`;
        return {
          span: { start: anchor.endIndex, end: anchor.endIndex },
          newText: `${gap}.ConfigureAppConfiguration((_, ${parameter}) => ${added})`,
        };
      },
    },
  };
}

/** True for the lambda of `ConfigureServices`, called on the host or on the variable it is. */
function isConfiguring(lambda: Node, host: Node): boolean {
  const call = [...ancestors(lambda)].find(({ type }) => type === 'invocation_expression');
  const callee = call && field(call, 'function');
  if (!callee || lambda.parent?.parent?.parent?.id !== call.id || simpleName(callee) !== 'ConfigureServices')
    return false;
  if (within(callee, spanOf(host))) return true;
  const object = field(callee, 'expression');
  const binding = object?.type === 'identifier' ? lookup(object.text, object) : null;
  return binding !== null && within(binding.node, spanOf(host));
}

/** The context among a lambda's parameters; a lambda that takes the services alone gets one. */
function contextOf(
  lambda: Node,
  names: ReadonlySet<string>,
): { readonly name: string; readonly edits: readonly TextEdit[] } | null {
  const list = field(lambda, 'parameters');
  if (!list) return null;
  const parameters = list.type === 'parameter_list' ? parts(list) : [list];
  const nameNode = (node: Node): Node => field(node, 'name') ?? node;
  const [first, second] = parameters;
  if (!first) return null;
  const name = nameNode(first);
  if (second && name.text !== '_') return { name: name.text, edits: [] };
  const free = ['context', 'hostContext'].find((one) => !names.has(one));
  if (free === undefined) return null;
  const edit = (span: Span, newText: string) => ({ name: free, edits: [{ span, newText }] });
  if (second) return edit(spanOf(name), free);
  // With a type, the new one would need a type too.
  return name.text === first.text ? edit(spanOf(list), `(${free}, ${name.text})`) : null;
}

export function vaultPlace(place: Node, source: Source): VaultPlace | null {
  const host = hostOf(source);
  if (!host) return null;
  return BY_LAMBDAS.test(unwrap(calleeOf(host) ?? host).text)
    ? ofLambdas(host, place, source)
    : ofBuilder(host, place, source);
}
