import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { EmailError, type Email } from './email.port.ts';

/** A mail server that the suite can steer. */
export type MailServerOnTrial = {
  received: () => { to: string[]; raw: string }[];
  /** the reply to the next message: null takes it */
  answerNext: (reply: number | null) => void;
  /** makes the server unreachable and back */
  setReachable: (reachable: boolean) => Promise<void>;
};

const failureOf = async (email: Email, to = 'desk@clinic.example'): Promise<EmailError> => {
  const error = await email.send({ to, subject: 'S', text: 'T', key: 'k' }).then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof EmailError, 'must fail with EmailError');
  assert.doesNotMatch(error.message, /desk@|clinic\.example/, 'an error text must not hold the address');
  return error;
};

/** What every e-mail adapter must do. */
export const emailConformance = (
  name: string,
  start: () => Promise<{ email: Email; server: MailServerOnTrial; stop: () => Promise<void> }>,
): void => {
  void suite(`e-mail port: ${name}`, () => {
    void test('delivers subject and text in both languages', async () => {
      const { email, server, stop } = await start();
      await email.send({
        to: 'desk@clinic.example',
        subject: 'Neue Nachricht für Rückfragen',
        text: 'Grüße\nhttp://localhost/voicemail/1',
        key: 'a',
      });
      const [mail] = server.received();
      assert.deepEqual(mail?.to, ['desk@clinic.example']);
      assert.match(mail.raw, /Subject: =\?UTF-8\?/i);
      assert.match(mail.raw, /voicemail\/1/);
      await stop();
    });

    void test('the same key gives the same Message-ID, another key another one', async () => {
      const { email, server, stop } = await start();
      for (const key of ['a', 'a', 'b']) {
        await email.send({ to: 'desk@clinic.example', subject: 'S', text: 'T', key });
      }
      const ids = server.received().map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
      assert.ok(ids[0]);
      assert.equal(ids[0], ids[1]);
      assert.notEqual(ids[0], ids[2]);
      await stop();
    });

    void test('a subject cannot smuggle a header or a recipient', async () => {
      const { email, server, stop } = await start();
      await email.send({
        to: 'desk@clinic.example',
        subject: 'Hello\r\nBcc: other@clinic.example',
        text: 'T',
        key: 'a',
      });
      const [mail] = server.received();
      assert.deepEqual(mail?.to, ['desk@clinic.example']);
      assert.doesNotMatch(mail.raw, /^Bcc:/im);
      await stop();
    });

    void test('tells a refused address from a busy server', async () => {
      const { email, server, stop } = await start();
      server.answerNext(550);
      assert.equal((await failureOf(email)).failure, 'never');
      server.answerNext(452);
      assert.equal((await failureOf(email)).failure, 'later');
      assert.equal((await failureOf(email, 'no address at all')).failure, 'never');
      await stop();
    });

    void test('an unreachable server is a reason to repeat, and works again once it is back', async () => {
      const { email, server, stop } = await start();
      await server.setReachable(false);
      assert.equal((await failureOf(email)).failure, 'later');
      await server.setReachable(true);
      await email.send({ to: 'desk@clinic.example', subject: 'S', text: 'T', key: 'k' });
      assert.equal(server.received().length, 1);
      await stop();
    });
  });
};
