/** What the settings of endpoints were called in plans of this engine: the same old setting gets the same new one. */
export interface EndpointNames {
  /** The name that an old setting of a project was given for a service, or null. */
  given(project: string, service: string, from: string): string | null;
  /** Remembers a name; a plan that nobody carries out does no harm, since a name counts only once code reads it. */
  give(project: string, service: string, from: string, name: string): void;
}

export function createEndpointNames(): EndpointNames {
  const names = new Map<string, string>();
  const key = (...parts: readonly string[]): string => parts.join('\u0000');
  return {
    given: (project, service, from) => names.get(key(project, service, from)) ?? null,
    give: (project, service, from, name) => {
      names.set(key(project, service, from), name);
    },
  };
}
