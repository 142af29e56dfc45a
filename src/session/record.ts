/** True for a value with properties: what JSON's braces hold. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record of version 1 that a file of ours holds, or null when its text is none. */
export function recordOf(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isRecord(value) && value['version'] === 1 ? value : null;
}
