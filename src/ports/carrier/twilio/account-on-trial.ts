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
};

/** A local server in the shape of Twilio's REST API: one account, its numbers, and a key that may read them. */
export const startTwilioAccount = async (): Promise<{
  url: string;
  state: AccountState;
  stop: () => Promise<void>;
}> => {
  const state: AccountState = { authToken: 'right-token', status: 'active', type: 'Full', numbers: [] };
  const numberResource = ({ phoneNumber, voiceUrl }: AccountState['numbers'][number]) => ({
    sid: `PN${phoneNumber.slice(1).padStart(32, '0')}`,
    account_sid: trialSid,
    phone_number: phoneNumber,
    voice_url: voiceUrl,
  });
  const answer = (path: string, login: string): [number, object] => {
    const asAccount = login === `${trialSid}:${state.authToken}`;
    const asKey = login === `${trialKey.sid}:${trialKey.secret}`;
    if (!asAccount && !asKey) return [401, { code: 20_003, message: 'Authenticate', status: 401 }];
    if (path === `/2010-04-01/Accounts/${trialSid}.json` && asAccount)
      return [200, { sid: trialSid, status: state.status, type: state.type, friendly_name: 'Clinic' }];
    if (path.includes('/IncomingPhoneNumbers'))
      return [200, { incoming_phone_numbers: state.numbers.map(numberResource), next_page_uri: null }];
    return [404, { code: 20_404, message: 'not found', status: 404 }];
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const login = Buffer.from((request.headers.authorization ?? '').split(' ')[1] ?? '', 'base64').toString();
    const [status, body] = answer(pathname, login);
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
