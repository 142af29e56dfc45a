// As much of the `vscode` module as the pure parts of the shell touch. Written by hand: what it lacks, a test must not need.
export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static file(path: string): Uri {
    return new Uri('file', path);
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}
