import type { WebSocket } from 'ws';
import { hangUp, press } from '../calls/person.ts';
import type { Client, ClientSocket } from './client.ts';
import { clientOrder, type ClientMessage, type ClientOrder } from './client-message.ts';
import type { Exchange } from './exchange.ts';

/** Connects one browser of a client: it registers, is rung, and says what its person does. */
export function connectClient(exchange: Exchange, client: Client, socket: WebSocket): void {
  const browser: ClientSocket = {
    send: (message: ClientMessage) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
  };
  socket.on('message', (data: Buffer) => {
    const order = readOrder(data.toString('utf8'));
    if (order) obey(exchange, client, browser, order);
    else browser.send({ t: 'error', message: 'The message is not understood.' });
  });
  // A broken connection is followed by 'close', which is where it counts.
  socket.on('error', () => undefined);
  socket.on('close', () => client.disconnect(browser));
  client.connect(browser);
}

function readOrder(text: string): ClientOrder | null {
  try {
    return clientOrder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function obey(exchange: Exchange, client: Client, browser: ClientSocket, order: ClientOrder): void {
  const { engine, media } = exchange;
  if (order.t === 'ping') return browser.send({ t: 'pong' });
  if (order.t === 'signal') {
    const callSid = media.callIn(order.bridgeId, browser);
    // A signal for a bridge that has just ended is nobody's fault.
    if (callSid !== null) media.signal(callSid, order.bridgeId, order.data);
    return;
  }
  const leg = client.call(order.callSid);
  if (!leg) return browser.send({ t: 'error', message: 'There is no such call here.' });
  if (order.t === 'accept' && !client.accept(order.callSid, browser)) {
    browser.send({ t: 'cancelled', callSid: order.callSid });
  }
  if (order.t === 'decline') client.decline(order.callSid, browser);
  if (order.t === 'hangup') hangUp(engine.network, leg);
  if (order.t === 'digits') press(engine.network, leg, order.digits);
}
