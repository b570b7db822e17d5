import assert from 'node:assert/strict';
import { it } from 'node:test';
import nodemailer from 'nodemailer';
import { startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';

it('e-mail arrives in the mailbox of each recipient, and rings at the handset of its owner', async (t) => {
  const { sandbox, telephones } = await startSandboxWorld(t);
  await telephones('PUT', '/handsets/+13125550111', {
    name: 'Anna',
    role: 'patient',
    email: 'Anna@example.org',
  });
  const transport = nodemailer.createTransport(sandbox.smtpUrl);
  t.after(() => transport.close());
  await transport.sendMail({
    from: 'Clinic <desk@example.org>',
    to: 'anna@example.org',
    bcc: 'Archive@example.org',
    subject: 'Ihre Nachricht – Grüße',
    text: 'Hören Sie sie an.',
    html: '<p>Hören Sie sie an.</p>',
  });
  const { mailboxes } = await telephones('GET', '/mailboxes');
  assert.deepEqual(
    mailboxes.map(({ address, mails }: { address: string; mails: number }) => [address, mails]),
    [
      ['anna@example.org', 1],
      ['archive@example.org', 1],
    ],
  );
  const { mails } = await telephones('GET', '/mailboxes/ANNA@example.org');
  assert.equal(mails[0].subject, 'Ihre Nachricht – Grüße');
  assert.equal(mails[0].from, 'desk@example.org');
  assert.equal(mails[0].text.trim(), 'Hören Sie sie an.');
  assert.match(mails[0].html, /<p>Hören/);
  const page = await fetch(
    `${sandbox.baseUrl}/telephones/api/mailboxes/anna@example.org/${mails[0].id}/html`,
  );
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
  assert.equal((await page.text()).trim(), '<base target="_blank"><p>Hören Sie sie an.</p>');
  const { events } = await telephones('GET', '/handsets/+13125550111/events');
  assert.equal(events.at(-1).type, 'mail');
  assert.equal(events.at(-1).subject, 'Ihre Nachricht – Grüße');
});
