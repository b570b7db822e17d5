import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const trialSid = `AC${'1'.repeat(32)}`;
export const trialKey = { sid: `SK${'2'.repeat(32)}`, secret: 'key-secret' };

type AccountState = {
  authToken: string;
  status: 'active' | 'suspended';
  type: 'Full' | 'Trial';
  numbers: { phoneNumber: string; voiceUrl: string }[];
  /** how many messages and calls went to any number; a list of them comes in pages of fifty, whatever is asked for */
  sent: number;
};

const page = 50;

/** A local server in the shape of Twilio's REST API: one account, its numbers, and a key that may read them. */
export const startTwilioAccount = async (): Promise<{
  url: string;
  state: AccountState;
  stop: () => Promise<void>;
}> => {
  const state: AccountState = {
    authToken: 'right-token',
    status: 'active',
    type: 'Full',
    numbers: [],
    sent: 0,
  };
  const numberResource = ({ phoneNumber, voiceUrl }: AccountState['numbers'][number]) => ({
    sid: `PN${phoneNumber.slice(1).padStart(32, '0')}`,
    account_sid: trialSid,
    phone_number: phoneNumber,
    voice_url: voiceUrl,
  });
  const listOf = (kind: 'messages' | 'calls', query: URLSearchParams): object => {
    const first = Number(query.get('Page') ?? 0) * page;
    const count = Math.max(0, Math.min(page, state.sent - first));
    const next = `/2010-04-01/Accounts/${trialSid}/${kind === 'calls' ? 'Calls' : 'Messages'}.json?Page=${first / page + 1}`;
    return {
      [kind]: Array.from({ length: count }, (_, index) => ({ sid: `${kind}-${first + index}` })),
      next_page_uri: first + count < state.sent ? next : null,
    };
  };
  const answer = (path: string, login: string, query: URLSearchParams): [number, object] => {
    const asAccount = login === `${trialSid}:${state.authToken}`;
    const asKey = login === `${trialKey.sid}:${trialKey.secret}`;
    if (!asAccount && !asKey) return [401, { code: 20_003, message: 'Authenticate', status: 401 }];
    if (path === `/2010-04-01/Accounts/${trialSid}.json` && asAccount)
      return [200, { sid: trialSid, status: state.status, type: state.type, friendly_name: 'Clinic' }];
    if (path.includes('/IncomingPhoneNumbers'))
      return [200, { incoming_phone_numbers: state.numbers.map(numberResource), next_page_uri: null }];
    if (path.endsWith('/Messages.json')) return [200, listOf('messages', query)];
    if (path.endsWith('/Calls.json')) return [200, listOf('calls', query)];
    return [404, { code: 20_404, message: 'not found', status: 404 }];
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const login = Buffer.from((request.headers.authorization ?? '').split(' ')[1] ?? '', 'base64').toString();
    const [status, body] = answer(pathname, login, searchParams);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
