import type { TextEdit } from '../../core/edit';

export interface VaultAccess {
  /** At start-up: into the configuration that the code reads, or with a client in an asynchronous entry point. */
  readonly way: 'configuration' | 'client';
  /** False where the code opens the vault already. */
  readonly opens: boolean;
}

/** A secret that is to be loaded from Key Vault, once, when the code starts. */
export interface VaultSecret {
  /** Its name in the vault: letters, digits and hyphens. */
  readonly name: string;
  /** The setting that it becomes where the vault fills a configuration: `A:B` for the name `A--B`. */
  readonly setting: string;
  /** Of a variable that holds it. */
  readonly words: readonly string[];
  /** The setting with the address of the vault. */
  readonly address: string;
}

/** What loads a secret from Key Vault in the place of a literal. */
export interface VaultLoad {
  readonly edits: readonly TextEdit[];
  readonly packages: readonly string[];
  /** False where the code opened the vault before: it needs no address of it. */
  readonly opens: boolean;
}
