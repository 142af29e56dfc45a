import { overlaps } from '../../core/span';
import type { Span } from '../../core/span';
import type { Detector } from '../../detect/detector';
import { isEmulatorValue } from '../../detect/emulator';
import { formats } from '../../formats/index';
import type { Setting } from '../../formats/format';
import type { ValueKind } from './facts';

/** A setting of a settings file, judged. */
export interface Declared {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: ValueKind;
}

/** The settings that a file gives values to; null when it is no settings file or cannot be read as one. */
export function declaredIn(path: string, text: string, detector: Detector): readonly Declared[] | null {
  const settings = formats.find((format) => format.handles(path))?.read(text);
  if (!settings) return null;
  const { candidates } = settings.length > 0 ? detector.detect({ path, text }) : { candidates: [] };
  return settings.map((setting) => ({
    name: setting.name,
    nameSpan: setting.nameSpan,
    value: judged(setting, candidates.find(({ span }) => overlaps(span, setting.valueSpan))?.kind ?? null),
  }));
}

/** A template of settings without real values: `.env.example`. */
export const isExample = (path: string): boolean =>
  formats.some((format) => format.handles(path) && format.isExample(path));

const REFERENCE =
  /^@Microsoft\.KeyVault\(|^\$\{[^}]{0,200}\}$|^\$\([^)]{0,200}\)$|^\$[A-Za-z_]\w{0,100}$|^%\w{1,100}%$|^\{\{.{0,200}\}\}$|^#\{.{0,200}\}#?$|^__\w{1,100}__$|^vault:/s;
const PLACEHOLDER =
  /<[^<>]{1,200}>|\byour\b|your[-_]|x{4}|\.{3}|…|\*{3}|placeholder|change[-_ ]?(?:me|it|this)|\btodo\b|replace[-_ ]?(?:me|this|with)|redacted/i;
const ENDPOINT =
  /^(?:https?|sb|amqps?|wss?|rediss?):\/\/[^\s@?]{1,200}$|^(?:[\w-]{1,100}\.){2,6}(?:windows\.net|azure\.(?:com|net)|azurewebsites\.net|azure\.cn|usgovcloudapi\.net|azurecr\.io|cloudapp\.net)(?::\d{1,5})?\/?$/i;

function judged({ value }: Setting, secret: string | null): ValueKind {
  const text = value.value.reveal().trim();
  if (text === '') return { kind: 'empty' };
  if (isEmulatorValue(text)) return { kind: 'emulator' };
  if (REFERENCE.test(text)) return { kind: 'reference' };
  if (secret !== null) return { kind: 'secret', secret };
  if (PLACEHOLDER.test(text)) return { kind: 'placeholder' };
  return { kind: ENDPOINT.test(text) ? 'endpoint' : 'other' };
}
