/** Where the client is. `$BEFORE` are the statements of the source, `$CLIENT` the call, `$T` the class. */
export const PLACES: readonly { readonly name: string; readonly code: string }[] = [
  { name: 'top level', code: '$BEFORE\n\nexport const client = $CLIENT;\n' },
  { name: 'function', code: '$BEFORE\n\nexport function open() {\n  return $CLIENT;\n}\n' },
  { name: 'arrow', code: '$BEFORE\n\nexport const open = () => $CLIENT;\n' },
  {
    name: 'all in a function',
    code: 'export async function run() {\n  $BEFORE\n  const client = $CLIENT;\n  console.log(client);\n}\n',
  },
  {
    name: 'two functions',
    code: '$BEFORE\n\nexport function one() {\n  const client = $CLIENT;\n  return client;\n}\n\nexport function two() {\n  return $CLIENT;\n}\n',
  },
  {
    name: 'loop',
    code: "$BEFORE\n\nfor (const name of ['a', 'b']) {\n  const client = $CLIENT;\n  console.log(name, client);\n}\n",
  },
  {
    name: 'field',
    code: '$BEFORE\n\nexport class Store {\n  private readonly client = $CLIENT;\n\n  show() {\n    console.log(this.client);\n  }\n}\n',
  },
  {
    name: 'constructor',
    code: '$BEFORE\n\nexport class Store {\n  readonly client: $T;\n\n  constructor() {\n    this.client = $CLIENT;\n  }\n}\n',
  },
  {
    name: 'called above',
    code: 'export const client = open();\n\nfunction open() {\n  $BEFORE\n  return $CLIENT;\n}\n',
  },
  {
    name: 'import below',
    code: "$BEFORE\n\nexport const client = $CLIENT;\n\nimport type { Server } from 'node:http';\nexport let server: Server | undefined;\n",
  },
  {
    name: 'name taken further in',
    code: '$BEFORE\n\nexport function open(credential: string) {\n  console.log(credential);\n  return $CLIENT;\n}\n',
  },
  {
    name: 'lazily',
    code: '$BEFORE\n\nlet client: $T | undefined;\n\nexport function get(): $T {\n  client ??= $CLIENT;\n  return client;\n}\n',
  },
  { name: 'default export', code: '$BEFORE\n\nexport default $CLIENT;\n' },
  { name: 'constant, then default export', code: '$BEFORE\n\nconst client = $CLIENT;\n\nexport default client;\n' },
  {
    name: 'async arrow',
    code: 'export const open = async () => {\n  $BEFORE\n  const client = $CLIENT;\n  return client;\n};\n',
  },
  {
    name: 'method',
    code: '$BEFORE\n\nexport class Store {\n  open() {\n    return $CLIENT;\n  }\n}\n',
  },
  {
    name: 'getter',
    code: '$BEFORE\n\nexport class Store {\n  get client() {\n    return $CLIENT;\n  }\n}\n',
  },
  {
    name: 'static field',
    code: '$BEFORE\n\nexport class Store {\n  static client = $CLIENT;\n}\n',
  },
  {
    name: 'static method',
    code: '$BEFORE\n\nexport class Store {\n  static open() {\n    const client = $CLIENT;\n    return new Store(client);\n  }\n\n  constructor(readonly client: $T) {}\n}\n',
  },
  {
    name: 'private field',
    code: '$BEFORE\n\nexport class Store {\n  #client = $CLIENT;\n\n  show() {\n    console.log(this.#client);\n  }\n}\n',
  },
  {
    name: 'immediately',
    code: '$BEFORE\n\nvoid (async () => {\n  const client = $CLIENT;\n  console.log(client);\n})();\n',
  },
  {
    name: 'main',
    code: 'async function main() {\n  $BEFORE\n  const client = $CLIENT;\n  console.log(client);\n}\n\nmain().catch((error) => {\n  console.error(error);\n});\n',
  },
  {
    name: 'switch',
    code: "$BEFORE\n\nexport function open(kind: string) {\n  switch (kind) {\n    case 'a':\n      return $CLIENT;\n    default: {\n      const client = $CLIENT;\n      return client;\n    }\n  }\n}\n",
  },
  {
    name: 'try',
    code: 'export function open() {\n  $BEFORE\n  try {\n    return $CLIENT;\n  } catch (error) {\n    console.error(error);\n    throw error;\n  }\n}\n',
  },
  {
    name: 'if else',
    code: '$BEFORE\n\nexport function open(on: boolean) {\n  if (on) return $CLIENT;\n  else return $CLIENT;\n}\n',
  },
  { name: 'conditional', code: '$BEFORE\n\nexport const open = (on: boolean) => (on ? $CLIENT : null);\n' },
  { name: 'and', code: '$BEFORE\n\nexport const open = (on: boolean) => on && $CLIENT;\n' },
  { name: 'argument', code: '$BEFORE\n\nconsole.log($CLIENT);\n' },
  { name: 'member of the result', code: '$BEFORE\n\nconsole.log($CLIENT.constructor.name);\n' },
  { name: 'object', code: '$BEFORE\n\nexport const clients = { main: $CLIENT, size: 2 };\n' },
  { name: 'array', code: '$BEFORE\n\nexport const clients = [$CLIENT, $CLIENT];\n' },
  { name: 'two in one declaration', code: '$BEFORE\n\nexport const one = $CLIENT,\n  two = $CLIENT;\n' },
  {
    name: 'map',
    code: "$BEFORE\n\nexport const clients = ['a', 'b'].map((name) => ({ name, client: $CLIENT }));\n",
  },
  {
    name: 'default of a parameter',
    code: '$BEFORE\n\nexport function open(client = $CLIENT) {\n  return client;\n}\n',
  },
  { name: 'generator', code: '$BEFORE\n\nexport function* all() {\n  yield $CLIENT;\n  yield $CLIENT;\n}\n' },
  {
    name: 'nested function',
    code: '$BEFORE\n\nexport function outer() {\n  function inner() {\n    return $CLIENT;\n  }\n  return inner();\n}\n',
  },
  {
    name: 'singleton',
    code: '$BEFORE\n\nlet client: $T | null = null;\n\nexport function get() {\n  if (!client) {\n    client = $CLIENT;\n  }\n  return client;\n}\n',
  },
  {
    name: 'assigned in branches',
    code: '$BEFORE\n\nlet client: $T;\nif (process.argv.length > 2) {\n  client = $CLIENT;\n} else {\n  client = $CLIENT;\n}\nconsole.log(client);\n',
  },
  {
    name: 'while',
    code: 'export function run() {\n  $BEFORE\n  let n = 0;\n  while (n++ < 2) console.log($CLIENT);\n}\n',
  },
  {
    name: 'do',
    code: '$BEFORE\n\nlet n = 0;\ndo {\n  console.log($CLIENT);\n} while (n++ < 1);\n',
  },
  {
    name: 'comment above',
    code: '/** Opens the store. */\nexport function open() {\n  $BEFORE\n  // with the secret of the account\n  return $CLIENT; // here\n}\n',
  },
  {
    name: 'several lines',
    code: '$BEFORE\n\nexport const client =\n  $CLIENT;\n',
  },
  {
    name: 'names taken around',
    code: "$BEFORE\n\nconst credential = 1;\nconst endpoint = 'x';\nconsole.log(credential, endpoint);\nexport const client = $CLIENT;\n",
  },
  {
    name: 'function below a use',
    code: 'console.log(open());\n\nfunction open() {\n  $BEFORE\n  const client = $CLIENT;\n  return client;\n}\n',
  },
  {
    name: 'callback',
    code: 'export function start() {\n  $BEFORE\n  setTimeout(() => {\n    const client = $CLIENT;\n    console.log(client);\n  }, 1);\n  setTimeout(() => console.log($CLIENT), 1);\n}\n',
  },
  {
    name: 'method of an object',
    code: '$BEFORE\n\nexport const store = {\n  open() {\n    return $CLIENT;\n  },\n  again: () => $CLIENT,\n};\n',
  },
  {
    name: 'all in a function, twice',
    code: 'export function run() {\n  $BEFORE\n  const one = $CLIENT;\n  const two = $CLIENT;\n  return [one, two];\n}\n',
  },
];
