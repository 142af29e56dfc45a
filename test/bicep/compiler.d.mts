interface Said {
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

export interface Compiler {
  readonly compile: (file: string) => Promise<readonly Said[]>;
  readonly stop: () => void;
}

export function startCompiler(): Promise<Compiler>;
