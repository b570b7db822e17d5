import { badRequest } from './rest-error.ts';

/** A code of the carrier for a value that cannot be used. */
type Code = number;

/** Reads the fields of a form or a query. A field that is given more than once counts by its last value. */
export class Form {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: unknown) {
    this.#values = typeof values === 'object' && values !== null ? { ...values } : {};
  }

  /** Every value of a repeated field. */
  all(name: string): readonly string[] {
    const value = this.#values[name];
    if (Array.isArray(value)) return value.map(String);
    return typeof value === 'string' ? [value] : [];
  }

  has(name: string): boolean {
    return this.all(name).length > 0;
  }

  /** The text without white space around it; null when it is missing or empty. */
  text(name: string): string | null {
    const value = this.all(name).at(-1)?.trim();
    return value === undefined || value === '' ? null : value;
  }

  flag(name: string): boolean {
    return this.text(name)?.toLowerCase() === 'true';
  }

  whole(name: string, fallback: number, range: { min: number; max: number; code: Code }): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value;
    throw badRequest(range.code, `${name} must be a whole number from ${range.min} to ${range.max}`);
  }

  method(name: string, fallback: 'GET' | 'POST', code: Code): 'GET' | 'POST' {
    const value = this.text(name)?.toUpperCase() ?? fallback;
    if (value === 'GET' || value === 'POST') return value;
    throw badRequest(code, `${name} must be GET or POST`);
  }

  url(name: string, code: Code): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.parse(text);
    if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return text;
    throw badRequest(code, `${name} is not a valid URL`);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], code: Code): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const found = allowed.find((value) => value.toLowerCase() === text.toLowerCase());
    if (found) return found;
    throw badRequest(code, `${name} must be one of ${allowed.join(', ')}`);
  }

  /** The chosen values of a repeated field, which may also be one text with commas or blanks. */
  several<T extends string>(
    name: string,
    allowed: readonly T[],
    fallback: readonly T[],
    code: Code,
  ): readonly T[] {
    const words = this.all(name).flatMap((value) => value.split(/[\s,]+/).filter(Boolean));
    if (words.length === 0) return fallback;
    return words.map((word) => {
      const found = allowed.find((value) => value === word.toLowerCase());
      if (found) return found;
      throw badRequest(code, `${name}: ${word} is none of ${allowed.join(', ')}`);
    });
  }
}
