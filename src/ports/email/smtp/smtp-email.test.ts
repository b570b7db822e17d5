import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { emailConformance, type MailServerOnTrial } from '../email.conformance.ts';
import { asEmailError, createSmtpEmail } from './smtp-email.ts';

const startServer = async () => {
  const mails: { to: string[]; raw: string }[] = [];
  let nextReply: number | null = null;
  const listen = async (port: number) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => {
        const reply = nextReply;
        nextReply = null;
        done(reply === null ? null : Object.assign(new Error('refused'), { responseCode: reply }));
      },
      onData: (stream, session, done) => {
        stream.setEncoding('utf8');
        let raw = '';
        stream.on('data', (part: string) => {
          raw += part;
        });
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
          done();
        });
      },
    });
    server.on('error', () => {});
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  };
  let server = await listen(0);
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  const trial: MailServerOnTrial = {
    received: () => mails,
    answerNext: (reply) => {
      nextReply = reply;
    },
    setReachable: async (reachable) => {
      if (reachable) server = await listen(port);
      else await close();
    },
  };
  return { trial, url: `smtp://127.0.0.1:${port}`, close };
};

emailConformance('smtp', async () => {
  const { trial, url, close } = await startServer();
  const email = createSmtpEmail({ url, from: 'Frontdesk <frontdesk@localhost>' });
  const stop = async () => {
    email.close();
    await close();
  };
  return { email, server: trial, stop };
});

test('what each kind of SMTP failure means', () => {
  const table: [{ code?: string; responseCode?: number }, string][] = [
    [{ code: 'EENVELOPE', responseCode: 550 }, 'never'],
    [{ code: 'EMESSAGE', responseCode: 552 }, 'never'],
    [{ code: 'EENVELOPE', responseCode: 450 }, 'later'],
    [{ code: 'EENVELOPE' }, 'never'],
    [{ code: 'EAUTH', responseCode: 535 }, 'later'],
    [{ code: 'ECONNECTION', responseCode: 421 }, 'later'],
    [{ code: 'ETIMEDOUT' }, 'later'],
    [{ code: 'ETLS' }, 'later'],
    [{}, 'later'],
  ];
  for (const [problem, failure] of table)
    assert.equal(asEmailError(problem).failure, failure, JSON.stringify(problem));
});
