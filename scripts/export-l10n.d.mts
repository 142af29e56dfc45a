/** The bundle that belongs to the sources as they are. */
export function exportBundle(root?: string): Promise<string>;
