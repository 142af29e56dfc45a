/** The text of a file: see scripts/raw.mjs. */
declare module '*?raw' {
  const text: string;
  export default text;
}
