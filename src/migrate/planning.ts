import type { ProjectFile } from '../core/files';
import type { CredentialChoice } from '../languages/code';
import type { Service } from '../services/service';
import type { Analysis } from './analysis';
import type { Plan } from './migration';
import type { NamesIn } from './names';
import { refusal } from './refusals';

/** What a plan is made from. */
export interface Planning {
  readonly rule: string;
  readonly path: string;
  readonly analysis: Analysis;
  /** The files around the document that a plan may read; edits go into those that are editable. */
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same secret is among `files`. */
  readonly complete: boolean;
  readonly choice: CredentialChoice;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
  /** What the code does with a service, as far as its calls tell. */
  readonly access: (service: Service) => 'read' | 'write' | undefined;
  /** Values for the placeholders of a service's commands, as texts name them. */
  readonly namesIn: NamesIn;
  /**
   * Looks at a text again, as the scan does: the check that an edit can be read back. `changed` are other files of the
   * migration as they are after it; with a path it looks at one of them.
   */
  readonly again: (text: string, changed?: readonly ProjectFile[], path?: string) => Analysis;
}

export const refused = (id: string, service = ''): Plan => ({ kind: 'refusal', ...refusal(id, service) });
