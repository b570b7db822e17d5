import type {
  CallEvent,
  HttpMethod,
  RecordingEvent,
  RecordingSubscription,
  Request,
  StatusSubscription,
} from './verb.ts';
import type { XmlElement } from './xml-tree.ts';

/** A fault in a document that the carrier notes and then works round, with its error code. */
export type Warning = { readonly code: number; readonly message: string };

const SCHEMA_WARNING = 12200;

/**
 * Reads an element's attributes with the carrier's defaults. A value that does not fit is noted and the
 * default is used; an attribute nobody asked for is noted by `finish`.
 */
export class Attributes {
  readonly #element: XmlElement;
  readonly #warnings: Warning[];
  readonly #values: Map<string, string>;
  readonly #known = new Set<string>();
  readonly #key: (name: string) => string;

  constructor(element: XmlElement, warnings: Warning[], options: { ignoreCase?: boolean } = {}) {
    this.#element = element;
    this.#warnings = warnings;
    this.#key = options.ignoreCase ? (name) => name.toLowerCase() : (name) => name;
    this.#values = new Map(
      Object.entries(element.attributes).map(([name, value]) => [this.#key(name), value]),
    );
  }

  text(name: string): string | null {
    this.#known.add(this.#key(name));
    return this.#values.get(this.#key(name)) ?? null;
  }

  number(name: string, fallback: number, range: { min: number; max: number }): number {
    const raw = this.text(name);
    if (raw === null) return fallback;
    const value = Number(raw);
    if (/^\d+$/.test(raw.trim()) && value >= range.min && value <= range.max) return value;
    this.#warn(`${name}="${raw}" is not a whole number from ${range.min} to ${range.max}`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const raw = this.text(name);
    if (raw === null) return fallback;
    const value = raw.trim().toLowerCase();
    if (value === 'true' || value === 'false') return value === 'true';
    this.#warn(`${name}="${raw}" is neither true nor false`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const raw = this.text(name);
    if (raw === null) return fallback;
    const found = allowed.find((value) => value.toLowerCase() === raw.trim().toLowerCase());
    if (found !== undefined) return found;
    this.#warn(`${name}="${raw}" is none of ${allowed.join(', ')}`);
    return fallback;
  }

  method(name = 'method'): HttpMethod {
    return this.oneOf(name, ['GET', 'POST'], 'POST');
  }

  /** A URL attribute with its method attribute; null when the URL is not given. */
  request(name: string, methodName: string): Request | null {
    const method = this.method(methodName);
    const url = this.text(name);
    return url === null || url.trim() === '' ? null : { url: url.trim(), method };
  }

  statusSubscription(defaults: readonly CallEvent[]): StatusSubscription | null {
    const events = this.#words(
      'statusCallbackEvent',
      ['initiated', 'ringing', 'answered', 'completed'],
      defaults,
    );
    const request = this.request('statusCallback', 'statusCallbackMethod');
    return request && { ...request, events };
  }

  recordingSubscription(): RecordingSubscription | null {
    const allowed: readonly RecordingEvent[] = ['in-progress', 'completed', 'absent', 'failed'];
    const events = this.#words('recordingStatusCallbackEvent', allowed, ['completed']);
    const request = this.request('recordingStatusCallback', 'recordingStatusCallbackMethod');
    return request && { ...request, events };
  }

  /** Marks attributes as known that make no difference here (voices, speech models, tones). */
  accept(...names: string[]): this {
    for (const name of names) this.#known.add(this.#key(name));
    return this;
  }

  finish(): void {
    for (const name of this.#values.keys()) {
      if (!this.#known.has(name)) this.#warn(`attribute "${name}" is not known`);
    }
  }

  #words<T extends string>(name: string, allowed: readonly T[], fallback: readonly T[]): readonly T[] {
    const raw = this.text(name);
    if (raw === null) return fallback;
    const words = raw.split(/[\s,]+/).filter((word) => word !== '');
    const known = allowed.filter((word) => words.includes(word));
    if (known.length < new Set(words).size) this.#warn(`${name}="${raw}" holds an unknown event`);
    return known.length > 0 ? known : fallback;
  }

  #warn(message: string): void {
    this.#warnings.push({ code: SCHEMA_WARNING, message: `<${this.#element.name}>: ${message}` });
  }
}
