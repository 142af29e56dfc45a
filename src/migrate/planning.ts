import type { Access } from '../services/identity';
import type { ProjectFile } from '../core/files';
import type { CredentialChoice } from '../languages/contract/credential';
import type { Service } from '../services/service';
import type { Analysis } from './analysis';
import type { Plan } from './migration';
import type { NamesIn } from './names';
import { refusal } from './refusals';

/** What is known of the settings that endpoints are read from, besides what files say. */
export interface EndpointSettings {
  /** Names that code of the project reads in other files. */
  readonly readElsewhere: ReadonlySet<string>;
  /** The name that an earlier plan gave in the place of an old setting of the project, or null. */
  readonly given: (service: string, from: string) => string | null;
  /** Tells of the name that a plan gives. */
  readonly give: (service: string, from: string, name: string) => void;
}

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
  /** What is known of the settings that endpoints are read from. */
  readonly endpoints: EndpointSettings;
  /** What the code does with a service, as far as its calls tell. */
  readonly access: (service: Service) => Access | undefined;
  /** Values for the placeholders of a service's commands, as texts name them. */
  readonly namesIn: NamesIn;
  /**
   * Looks at a text again, as the scan does: the check that an edit can be read back. `changed` are other files of the
   * migration as they are after it; with a path it looks at one of them.
   */
  readonly reanalyse: (text: string, changed?: readonly ProjectFile[], path?: string) => Analysis;
}

export const refused = (id: string, service = ''): Plan => ({ kind: 'refusal', ...refusal(id, service) });
