import { CookieJar } from 'tough-cookie';

/** Calls are short and many: the oldest jar is given up when there are more than this. */
const MOST_JARS = 10_000;

/** The cookies that servers set, kept within a call (or a conversation of two numbers). */
export class CookieJars {
  readonly #jars = new Map<string, CookieJar>();

  /** The value of the Cookie header, or null. */
  async header(owner: string, url: URL): Promise<string | null> {
    const text = await this.#jars.get(owner)?.getCookieString(url.href);
    return text === undefined || text === '' ? null : text;
  }

  /** Takes up Set-Cookie headers; a cookie that makes no sense is passed over. */
  async take(owner: string, url: URL, cookies: readonly string[]): Promise<void> {
    if (cookies.length === 0) return;
    const jar = this.#jarOf(owner);
    for (const cookie of cookies) await jar.setCookie(cookie, url.href, { ignoreError: true });
  }

  #jarOf(owner: string): CookieJar {
    const known = this.#jars.get(owner);
    if (known) return known;
    const jar = new CookieJar();
    this.#jars.set(owner, jar);
    const [oldest] = this.#jars.keys();
    if (this.#jars.size > MOST_JARS && oldest !== undefined) this.#jars.delete(oldest);
    return jar;
  }
}
