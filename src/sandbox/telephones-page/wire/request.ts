/** A request that the sandbox refused or never got (status 0). */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const API = '/telephones/api';

/**
 * One request to the sandbox. The answer's shape is the caller's claim: page and sandbox are built together.
 * @throws RefusedRequest for every answer that is not a success, and when the sandbox cannot be reached.
 */
export async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return send<Answer>(path, { method, headers: headersFor(body), ...json });
}

/** Sends a WAV to the call that is being recorded. */
export async function upload(path: string, wav: Blob): Promise<void> {
  await send(path, { method: 'PUT', headers: { 'content-type': 'audio/wav' }, body: wav });
}

async function send<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(API + path, init).catch(() => {
    throw new RefusedRequest(0, 'unreachable', 'The sandbox cannot be reached.');
  });
  const text = await response.text();
  if (!response.ok) throw refusal(response.status, text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

// Without a body the content type still says JSON: the sandbox takes writes from its own page only.
const headersFor = (body: unknown): Record<string, string> =>
  body === undefined
    ? { accept: 'application/json' }
    : { accept: 'application/json', 'content-type': 'application/json' };

function refusal(status: number, text: string): RefusedRequest {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { error } = JSON.parse(text) as { error?: { code?: string; message?: string } };
    return new RefusedRequest(status, error?.code ?? 'unknown', error?.message ?? '');
  } catch {
    return new RefusedRequest(status, 'unknown', '');
  }
}
