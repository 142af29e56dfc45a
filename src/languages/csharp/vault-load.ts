import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { CredentialChoice } from '../contract/credential';
import type { Entity } from '../contract/entity';
import type { CodeNode } from '../contract/node';
import type { VaultLoad, VaultSecret } from '../contract/vault';
import type { CodeWriter } from '../contract/writer';
import { IDENTITY } from './choice';
import type { CSharpFile } from './file';
import { exportOf } from './scope/known-namespaces';
import { VAULT_CONFIGURATION } from '../../manifests/nuget-versions';
import type { Opening } from './vault';
import { eolOf, vaultPlace } from './vault';

const CONNECTION_STRINGS = 'ConnectionStrings:';

/** Longer lines are broken, as formatters do. */
const LINE = 120;

const URI = exportOf('System', 'Uri');

const extension = (name: string): Entity => ({
  distribution: VAULT_CONFIGURATION,
  module: 'Microsoft.Extensions.Configuration',
  path: [name],
});

/** The read of a setting that must be there. */
function read(configuration: string, name: string, place: Span, writer: CodeWriter): string {
  const code = name.startsWith(CONNECTION_STRINGS)
    ? `${configuration}.GetConnectionString(${writer.string(name.slice(CONNECTION_STRINGS.length))})`
    : `${configuration}[${writer.string(name)}]`;
  return writer.nonNull(code, place);
}

/** `AddAzureKeyVault(...)` with what it needs to be in sight. */
function opened(
  opening: Opening,
  address: string,
  place: Span,
  text: string,
  writer: CodeWriter,
  choice: CredentialChoice,
): { readonly edit: TextEdit; readonly needed: readonly Entity[] } {
  const made = writer.credential(choice);
  const type = writer.local(made.entity) ?? made.export;
  const uri = writer.local(URI) ?? 'Uri';
  const call = (configuration: string, indent: string | null): string => {
    const args = [
      `new ${uri}(${read(configuration, address, place, writer)})`,
      opening.credential ?? made.code.replace(made.export, type),
    ];
    const line = `AddAzureKeyVault(${args.join(', ')})`;
    if (indent === null || indent.length + configuration.length + line.length < LINE) return line;
    const inner = eolOf(text) + indent + (indent.includes('\t') ? '\t' : '    ');
    return `AddAzureKeyVault(${args.map((arg) => inner + arg).join(',')})`;
  };
  return {
    edit: opening.edit(call),
    needed: [extension('AddAzureKeyVault'), URI, ...(opening.credential === null ? [made.entity] : [])],
  };
}

function loadOf(
  file: CSharpFile,
  writer: CodeWriter,
  edits: readonly TextEdit[],
  needed: readonly Entity[],
  opens: boolean,
): VaultLoad | null {
  const missing = needed.filter((entity) => writer.local(entity) === null);
  // Another type with such a name would be meant instead.
  if (!missing.every((entity) => file.scopes.mayBring(entity))) return null;
  return {
    edits: [...edits, ...writer.imports(missing, [], null)],
    packages: opens ? [VAULT_CONFIGURATION, IDENTITY] : [],
    opens,
  };
}

/** Reads what is in a literal from the configuration of the host, which Key Vault fills when it starts. */
export function loadFromVault(
  file: CSharpFile,
  writer: CodeWriter,
  literal: CodeNode,
  { setting, address }: VaultSecret,
  choice: CredentialChoice,
): VaultLoad | null {
  const place = vaultPlace(file.views.native(literal), file);
  if (!place) return null;
  const opening = place.opening && opened(place.opening, address, literal, file.text, writer, choice);
  return loadOf(
    file,
    writer,
    [
      { span: literal, newText: read(place.configuration, setting, literal, writer) },
      ...place.edits,
      ...(opening ? [opening.edit] : []),
    ],
    [...(setting.startsWith(CONNECTION_STRINGS) ? [extension('GetConnectionString')] : []), ...(opening?.needed ?? [])],
    opening !== null,
  );
}

/** Fills the configuration that a place reads from Key Vault when the host starts. */
export function openVault(
  file: CSharpFile,
  writer: CodeWriter,
  place: CodeNode,
  address: string,
  choice: CredentialChoice,
): VaultLoad | null {
  const found = vaultPlace(file.views.native(place), file);
  const opening = found?.opening && opened(found.opening, address, place, file.text, writer, choice);
  return opening ? loadOf(file, writer, [opening.edit], opening.needed, true) : null;
}
