import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VendorAnswer } from './transcription.conformance.ts';

type VendorRequest = { path: string; headers: IncomingMessage['headers']; form: FormData };

const statuses = { busy: 429, broken: 500, 'wrong-key': 401, 'refused-audio': 400 } as const;

/**
 * A local HTTP server that answers as a transcription vendor does.
 * @param bodyOf the vendor's shape of a good answer
 * @param check throws when the adapter's request is not what the vendor demands
 */
export const startVendor = async (
  bodyOf: (text: string) => object,
  check: (request: VendorRequest) => void,
): Promise<{ url: string; answerNext: (answer: VendorAnswer) => void; stop: () => Promise<void> }> => {
  let next: VendorAnswer = { kind: 'text', text: '' };
  const answer = async (request: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = await new Response(Buffer.concat(chunks), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    check({ path: request.url ?? '', headers: request.headers, form });
  };
  const server = createServer((request, response) => {
    const reply = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    answer(request).then(
      () => {
        if (next.kind === 'silence') return;
        if (next.kind === 'garbage') reply(200, '{"unexpected":true}');
        else if (next.kind === 'text') reply(200, JSON.stringify(bodyOf(next.text)));
        else reply(statuses[next.kind], '{"error":{"message":"no"},"detail":"no"}');
      },
      (error: unknown) => reply(418, JSON.stringify({ error: String(error) })),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerNext: (answerToGive) => {
      next = answerToGive;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
