import { CLOSE_CURLY, LINE_FEED, OPEN_CURLY, SPACE } from '../core/units';
import { DIGITS, withoutTrailing } from '../core/trailing';
import type { Span } from '../core/span';
import type { Source } from './kind';
import type { Landmark } from './landmarks';

/**
 * Products whose secrets look like Azure's and are beside them in the same files. Whole words of names: `STRIPE_API_KEY`,
 * `jwtSecret`, `Smtp:Password`.
 */
const OTHERS = new Set(
  [
    // what programs make for themselves
    'jwt jws jwe session cookie csrf xsrf hmac signing encryption encrypt cipher aes nextauth webhook salt pepper nonce otp totp',
    // products with keys
    'stripe sendgrid mailgun mailchimp mandrill postmark resend twilio vonage nexmo plivo github gitlab bitbucket jira atlassian confluence',
    'slack discord telegram aws amazon s3 gcp google firebase openweather openweathermap weather datadog newrelic sentry rollbar bugsnag',
    'honeycomb mapbox algolia typesense meilisearch pusher ably cloudflare fastly auth0 okta onelogin keycloak cognito clerk supabase',
    'facebook twitter linkedin instagram pinterest youtube npm pypi snyk sonar sonarqube codecov launchdarkly segment amplitude mixpanel',
    'posthog intercom zendesk hubspot salesforce shopify paypal braintree plaid adyen square etherscan infura alchemy rapidapi pinecone',
    'weaviate qdrant anthropic claude huggingface hf cohere mistral groq tavily serpapi serper langfuse langsmith langchain wandb',
    'contentful sanity cloudinary imgix dropbox unsplash pexels giphy tmdb newsapi yandex baidu alibaba tencent digitalocean linode heroku',
    'vercel netlify fly upstash planetscale neon confluent',
    // servers with passwords
    'smtp mail email imap pop3 rabbitmq rabbit amqp elastic elasticsearch opensearch kibana grafana prometheus influx influxdb ldap ftp sftp',
    'wifi jenkins nexus artifactory vpn mqtt mosquitto neo4j cassandra couchbase clickhouse oracle memcached consul airflow superset',
    'wordpress drupal magento django flask rails laravel',
  ]
    .join(' ')
    .split(' '),
);

/** Words that say nothing of another product: of a name made of these, a neighbour may tell the service. */
const PLAIN = new Set(
  [
    'key keys api apikey primary secondary access account admin query master main service services subscription secret secrets token auth',
    'authorization credential credentials shared private default prod production dev development test testing staging stage live local',
    'demo my our the your app application web server client host resource azure az ms microsoft ocp apim x cognitive ai ml ocr vision',
    'computer custom face speech voice tts stt translator translate translation text analytics language languages form recognizer document',
    'documents intelligence anomaly detector personalizer content safety moderator luis qna bing immersive reader metrics advisor video',
    'indexer search index openai open aoai gpt chat completion completions embedding embeddings llm model models deployment training',
    'prediction authoring runtime region endpoint gateway maps bot functions function value val setting config configuration var const',
    'env set get with add put use init public header param parameter string str regional global eu us weu neu uks backend frontend',
  ]
    .join(' ')
    .split(' '),
);

/** A program's own keys, which frameworks read by these names: Laravel, Rails, Flask, Django, Nuxt, WordPress. */
const OF_PROGRAM =
  /^(?:(?:my|the|our)?(?:web|server|client|site)?(?:app|application|program)?(?:key|secret|secretkey|secretkeybase|keybase|authsecret|authkey|authsalt|tokensecret|secrettoken|privatekey|masterkey|apptoken))$/;
/** Words of those names that say so, alone or with words as general. `key` alone may be anything. */
const SAYS_PROGRAM = /^(?:app|web|site|server|program|my|the|our)|secret|auth|private|master|token/;

/** `APP_KEY`, `SECRET_KEY`, `AUTH_SECRET`. */
const isOfProgram = (label: string): boolean => {
  const name = label.toLowerCase().replace(/[^a-z]/g, '');
  return OF_PROGRAM.test(name) && SAYS_PROGRAM.test(name);
};

const AZURE_HOST =
  /(?:azure|microsoft|windows|msft|visualstudio|office|live|bing|sharepoint)[\w-]{0,20}\.(?:com|net|io|us|cn|ai|de|ms)\b|chinacloudapi\.cn|usgovcloudapi\.net|[${}<>]|localhost|127\.0\.0\.1/i;

/**
 * The address of another vendor that the value is a parameter of, or that is just before its name: on its line, or on
 * the line above as the value of a setting or a member. None in a comment.
 */
function isAtOtherHost(text: string, name: Span): boolean {
  const from = Math.max(0, name.start - 300);
  const before = text.slice(from, name.start);
  const at = before.lastIndexOf('://');
  if (at < 0) return false;
  const line = before.slice(before.lastIndexOf('\n', at) + 1, at);
  const between = before.slice(at);
  const lines = between.split('\n').length - 1;
  if (lines > 1 || (lines === 1 && !/\n[ \t]{0,300}["'$-]{0,3}$/.test(between))) return false;
  if (/^\s*(?:#|\/\/|\/?\*|--|<!--|;|REM\b)/i.test(line)) return false;
  // The next line of a text about something else: a setting or a member only.
  if (lines === 1 && !/[\w"'\]]\s{0,3}(?:=>|[:=])\s{0,3}["'`]?https?$/.test(line)) return false;
  return !AZURE_HOST.test(/^:\/\/[^/\s"'`?]{0,120}/.exec(between)?.[0] ?? '');
}

const MADE_UP = new Set(['fake', 'dummy', 'mock', 'mocked', 'stub']);

/** The words of a name: `STRIPE_API_KEY`, `stripe-api-key`, `StripeApiKey`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);

const HEADER =
  /(?:^|[\n{,;])[ \t]{0,40}["'[]{0,2}([A-Za-z][\w.-]{1,40})["'\]]{0,2}[ \t]{0,3}(?:=>|[:=])?[ \t]{0,3}(?:new \w{1,40}\s{0,3})?[{([]?[ \t]{0,3}$/;

/** The name of the object or section that a place is in, or an empty text. */
function sectionOf(text: string, at: number): { readonly name: string; readonly start: number } {
  const from = Math.max(0, at - 600);
  let depth = 0;
  // Of a long line its last part: what is before has no say.
  const indent = at - from - (text.slice(from, at).lastIndexOf('\n') + 1);
  let line = indent;
  for (let i = at - 1; i >= from; i--) {
    const unit = text.charCodeAt(i);
    if (unit === CLOSE_CURLY) depth++;
    else if (unit === OPEN_CURLY && depth-- === 0) {
      return { name: HEADER.exec(text.slice(Math.max(0, i - 60), i + 1))?.[1] ?? '', start: i };
    } else if (unit === LINE_FEED && depth === 0) {
      // A line of less indent that ends in a colon, or a line in brackets.
      const own = /^(?:[ \t]{0,40})(?:- )?/.exec(text.slice(i + 1, i + 43))?.[0].length ?? 0;
      const head = /^[ \t]{0,40}(?:- )?(?:\[([\w.-]{2,40})\]|["']?([A-Za-z][\w.-]{1,40})["']?:)[ \t]{0,3}\r?$/.exec(
        (text.slice(i + 1, i + 90).split('\n', 1)[0] ?? '').trimEnd(),
      );
      if (head?.[1] !== undefined || (head !== null && own < line)) {
        return { name: head[1] ?? head[2] ?? '', start: i + 1 };
      }
      if (own < line && text.charCodeAt(i + 1) > SPACE) line = own;
    }
  }
  return { name: '', start: from };
}

/**
 * True when a value belongs to another product, by its name or by the section it is in, and the landmark that would
 * give it to Azure is outside of both. `weak`: the value's shape says little.
 */
export function isForeign(
  { text, surroundings }: Source,
  label: string,
  name: Span,
  value: Span,
  landmark: Landmark,
  weak: boolean,
): boolean {
  const within = !landmark.common && surroundings.nearest([landmark], { start: name.start, end: name.end }, 0) !== null;
  const words = wordsOf(label);
  if (words.some((word) => MADE_UP.has(word))) return true;
  // Digests look like keys of 32 digits.
  if (weak && !within && words.some((word) => word.length > 1 && !PLAIN.has(withoutTrailing(word, DIGITS))))
    return true;
  if (weak && !within && (isOfProgram(label) || isAtOtherHost(text, name))) return true;
  if (words.some((word) => OTHERS.has(word))) return !within && !words.includes('azure');
  if (within || value.start < name.start) return false;
  const section = sectionOf(text, name.start);
  return (
    wordsOf(section.name).some((word) => OTHERS.has(word)) &&
    surroundings.nearest([landmark], { start: name.start, end: name.end }, name.start - section.start) === null
  );
}
