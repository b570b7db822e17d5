import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SpeechVendorAnswer } from './speech.conformance.ts';

export type SpeechVendor = {
  url: string;
  answerNext: (answer: SpeechVendorAnswer) => void;
  asked: () => string[];
  stop: () => Promise<void>;
};

const detail = (status: string) => JSON.stringify({ detail: { status, message: 'no' } });
const refusals: Partial<Record<SpeechVendorAnswer, [number, string]>> = {
  busy: [429, detail('too_many_concurrent_requests')],
  'used-up': [401, detail('quota_exceeded')],
  broken: [500, '{}'],
  'wrong-key': [401, detail('invalid_api_key')],
  refuses: [400, detail('voice_not_found')],
};
const voices = [
  { voice_id: 'voice-en', name: 'Rachel', labels: { language: 'en' } },
  { voice_id: 'voice-de', name: 'Hanna', verified_languages: [{ language: 'de', model_id: 'm' }] },
];

/** A local server in the shape of ElevenLabs: a second of tone for every text. @param key the one it takes */
export const startSpeechVendor = async (key = 'key'): Promise<SpeechVendor> => {
  let next: SpeechVendorAnswer = 'speaks';
  const texts: string[] = [];
  const json = (response: ServerResponse, status: number, body: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.headers['xi-api-key'] !== key) return json(response, ...refusals['wrong-key']!);
    if (next === 'silence') return undefined;
    const refusal = refusals[next];
    if (refusal) return json(response, ...refusal);
    if (request.url?.startsWith('/v2/voices') === true)
      return json(response, 200, JSON.stringify({ voices, has_more: false, total_count: voices.length }));
    if (request.url?.startsWith('/v1/text-to-speech/') !== true) return json(response, 404, '{}');
    if (!request.url.includes('output_format=ulaw_8000')) return json(response, 400, '{}');
    if (next === 'garbage') return json(response, 200, '{"unexpected":true}');
    texts.push((JSON.parse(Buffer.concat(chunks).toString()) as { text: string }).text);
    return response.writeHead(200, { 'content-type': 'audio/basic' }).end(Buffer.alloc(8000, 0x9f));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerNext: (wanted) => {
      next = wanted;
    },
    asked: () => texts,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
