/** An error's name only: messages may quote the text that was being read. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
