import { baseName } from '../../core/document';
import type { Mention } from './mentions';
import type { ReaderKind } from './facts';

const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$/i;
const WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\//;
const PIPELINE =
  /(?:^|\/)(?:azure-pipelines?[\w.-]{0,100}\.ya?ml|\.gitlab-ci\.ya?ml|bitbucket-pipelines\.ya?ml|Jenkinsfile[^/]{0,200})$|(?:^|\/)(?:\.?azure-?pipelines|pipelines|\.azuredevops|\.circleci|\.pipelines)\//i;
const TEMPLATE = /\.(?:bicep|bicepparam|tf|tfvars|hcl)$|(?:^|\/)azure\.ya?ml$/i;
const SCRIPT =
  /\.(?:sh|bash|zsh|fish|ps1|psm1|psd1|cmd|bat|mk|dockerfile)$|(?:^|\/)(?:Makefile|Dockerfile|Procfile|Justfile)[^/]{0,200}$/i;
const ARM = /deploymentTemplate\.json#|"type"\s{0,9}:\s{0,9}"Microsoft\.\w/;
const KUBERNETES = /^[ \t]{0,9}apiVersion\s{0,9}:/m;

/** What a file is by its place and its form, or null where what is around the mention decides. */
function kindOfFile(path: string, text: string): ReaderKind | null {
  const name = baseName(path);
  if (/^(?:function|host)\.json$/i.test(name)) return 'binding';
  if (COMPOSE.test(name)) return 'compose';
  if (WORKFLOW.test(path)) return 'workflow';
  if (PIPELINE.test(path)) return 'pipeline';
  // What Visual Studio knows of the services behind a project names settings, and reads none.
  if (TEMPLATE.test(path) || /^serviceDependencies[\w.]{0,50}\.json$/i.test(name)) return 'template';
  if (SCRIPT.test(path)) return 'script';
  if (/\.ya?ml$/i.test(name)) return KUBERNETES.test(text) || /(?:^|\/)templates\//.test(path) ? 'kubernetes' : 'code';
  if (/\.json$/i.test(name)) return ARM.test(text) ? 'template' : 'code';
  return null;
}

const BINDS =
  /@azure\/functions|azure\.functions|Microsoft\.Azure\.(?:Functions|WebJobs)|com\.microsoft\.azure\.functions|Trigger\b/;
/** What comes before the name of a connection in an attribute, a decorator or the options of the v4 model. */
const BINDING =
  /(?:\bconnection|connection_?string_?setting|connection_?setting|\bstorage_?account)\s{0,9}[:=(]\s{0,9}["'`]$|%$/i;

const SCHEMA_LIBRARY =
  /['"](?:zod(?:\/[\w-]{1,100})?|joi|@hapi\/joi|yup|io-ts|envalid|valibot|ajv|convict|superstruct|arktype|runtypes|class-validator|@t3-oss\/env-[\w-]{1,100}|@sinclair\/typebox|env-var|znv)['"]|\bpydantic(?:_settings)?\b/;
const KEY = /^["'`]?\s{0,9}[?!]?\s{0,9}:\s{0,20}/;
/** A type where a value would be: members of `ProcessEnv`, `ImportMetaEnv` and of a type of one's own. */
const TYPE = /^(?:readonly\s)?(?:string|number|boolean|undefined|unknown)\b(?!\s{0,9}[.(])/;
const TYPED_FILE = /\b(?:interface|type|class)\s{1,9}\w/;

/** Tells what reads a setting at the mentions of one file. */
export function readerKinds(path: string, text: string): (mention: Mention) => ReaderKind {
  const file = kindOfFile(path, text);
  if (file !== null) return () => file;
  const binds = BINDS.test(text);
  const isSchema = SCHEMA_LIBRARY.test(text);
  const isTyped = TYPED_FILE.test(text);
  return ({ start, end }) => {
    if (binds && BINDING.test(text.slice(Math.max(0, start - 80), start))) return 'binding';
    const after = text.slice(end, end + 120);
    const key = KEY.exec(after)?.[0];
    if (key === undefined) return 'code';
    const value = after.slice(key.length);
    const isRead = /^(?:process\.env|import\.meta|os\.environ)\b/.test(value);
    if (isSchema && !isRead) return 'schema';
    return isTyped && TYPE.test(value) ? 'type' : 'code';
  };
}
