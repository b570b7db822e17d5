/** What was cut out of a JSON text: an element of the list `entry` of a top-level object, or what is left of such an object. */
export type JsonPart = { of: 'entry' | 'rest'; text: string };

const quote = 34;
const backslash = 92;
const openers = new Set([123, 91]);
const closers = new Set([125, 93]);

/** Nobody's record is this long; a picture inside one may be. */
const longestPart = 2_000_000;

/**
 * Cuts a bundle into its entries without ever holding all of it: text goes in bit by bit, each entry comes out as soon
 * as it is whole. Also for one resource after the other (NDJSON), and for a list of them.
 * It does not judge JSON; whoever parses the parts does.
 */
export class JsonSplitter {
  #depth = 0;
  /** depth of the elements that are cut out; 0: none at the moment */
  #listDepth = 0;
  #inString = false;
  #escaped = false;
  #part = '';
  #rest = '';
  #key = '';
  #lastString = '';

  /** @returns the parts that became whole with this text */
  push(text: string): JsonPart[] {
    const parts: JsonPart[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === backslash) this.#escaped = true;
        else if (code === quote) this.#inString = false;
        if (this.#depth === 1 && this.#listDepth === 0) this.#lastString += text[at];
        continue;
      }
      if (code === quote) {
        this.#inString = true;
        this.#lastString = '';
      } else if (code === 58 && this.#depth === 1) this.#key = this.#lastString;
      else if (openers.has(code)) from = this.#open(text, from, at, code);
      else if (closers.has(code)) from = this.#close(text, from, at, parts);
    }
    this.#take(text.slice(from));
    return parts;
  }

  /** @returns true when every bracket was closed */
  end(): boolean {
    return this.#depth === 0 && !this.#inString;
  }

  get #inElement(): boolean {
    return this.#listDepth > 0 && this.#depth > this.#listDepth;
  }

  #take(text: string): void {
    if (this.#inElement) {
      if (this.#part.length < longestPart) this.#part += text;
    } else if (this.#listDepth === 0 && this.#depth > 0) {
      if (this.#rest.length < longestPart) this.#rest += text;
    }
  }

  #open(text: string, from: number, at: number, code: number): number {
    const startsList =
      this.#listDepth === 0 &&
      code === 91 &&
      (this.#depth === 0 || (this.#depth === 1 && this.#key === 'entry"'));
    const startsElement = this.#listDepth > 0 && this.#depth === this.#listDepth;
    const startsTop = this.#depth === 0 && this.#listDepth === 0;
    if (startsList) this.#take(text.slice(from, at));
    this.#depth += 1;
    if (startsList) {
      this.#listDepth = this.#depth;
      return at + 1;
    }
    return startsElement || startsTop ? at : from;
  }

  #close(text: string, from: number, at: number, parts: JsonPart[]): number {
    if (this.#listDepth > 0 && this.#depth === this.#listDepth) {
      // The list itself ends. Its place in the rest is filled with an empty one.
      if (this.#depth > 1) this.#rest += '[]';
      this.#listDepth = 0;
      this.#depth -= 1;
      return at + 1;
    }
    const endsElement = this.#listDepth > 0 && this.#depth === this.#listDepth + 1;
    const endsTop = this.#depth === 1 && this.#listDepth === 0;
    if (!endsElement && !endsTop) {
      this.#depth -= 1;
      return from;
    }
    this.#take(text.slice(from, at + 1));
    this.#depth -= 1;
    if (endsElement) parts.push({ of: 'entry', text: this.#part });
    else parts.push({ of: 'rest', text: this.#rest });
    if (endsElement) this.#part = '';
    else this.#rest = '';
    this.#key = '';
    return at + 1;
  }
}
