import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { eventually } from '../fixtures/installation-eventually.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
const [english] = demo.clinics;

let answerWith = 204;
const received: string[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push(body);
    response.writeHead(answerWith).end(answerWith === 204 ? '' : 'The practice system has moved.');
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
after(() => receiver.close());
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

const noFindings = async (page: Page): Promise<void> => {
  assert.deepEqual(await accessibilityFaults(page), []);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
};

/** Something of which other systems hear. */
const happen = async (page: Page, familyName: string): Promise<void> => {
  const status = await page.evaluate(
    async ([clinicId, name]) => {
      const answer = await fetch(`/api/v1/clinics/${clinicId}/patients`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ givenName: 'Hook', familyName: name }),
      });
      return answer.status;
    },
    [english!.id, familyName] as const,
  );
  assert.equal(status, 201);
};

test('a webhook is added, tried, goes silent, is switched off with a notice, and gets what it missed', async () => {
  const { page, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByText('No other system listens yet').waitFor();

  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  await page.getByLabel('Address').fill('practice.example');
  await page.getByLabel('Only what is chosen here').click();
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  await page.getByText('An address begins with https:// or http://').waitFor();
  await page.getByText('Choose at least one event.').waitFor();
  await noFindings(page);
  await page.getByLabel('Address').fill(`http://${host}/hook`);
  await page.getByLabel('New patient').check();
  await page.getByLabel('New lead').check();
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  assert.match(await page.getByText(/^whsec_/).innerText(), /^whsec_[A-Za-z0-9+/=]{40,}$/);
  await noFindings(page);
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await page.getByText(/^whsec_/).count(), 0);

  await page.getByRole('button', { name: `Send a test to ${host}` }).click();
  await page.getByText('Taken: answered 204').waitFor();

  await happen(page, 'Arrived');
  await page.getByRole('button', { name: `What was sent to ${host}` }).click();
  await page.getByText('Arrived', { exact: true }).waitFor();

  answerWith = 410;
  await happen(page, 'Lost');
  await page.getByText('Switched off after long failure').waitFor();
  await page.getByText('Failed', { exact: true }).waitFor();
  await noFindings(page);

  await page.getByRole('link', { name: 'Now', exact: true }).click();
  await page.getByText(`${host} hears of nothing any more`, { exact: false }).waitFor();
  await noFindings(page);
  await page.getByRole('link', { name: 'Look at it' }).click();

  answerWith = 204;
  await page.getByRole('button', { name: `Switch on ${host}` }).click();
  await page.getByRole('form', { name: 'Send again what happened since' }).waitFor();
  await noFindings(page);
  const before = received.length;
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await page.getByRole('button', { name: `What was sent to ${host}` }).click();
  await page.getByText('Arrived', { exact: true }).nth(1).waitFor();
  assert.equal(received.length, before + 1);
  assert.deepEqual(errors, []);

  // The owner was written to.
  await eventually('the mail to the owner', async () => {
    const { mails } = await askSandbox<{ mails: { subject: string }[] }>(
      demo,
      'GET',
      'mailboxes/margaret.chen@lakeside.example',
    );
    return mails.some(({ subject }) => subject.startsWith(`Webhook switched off: ${host}`));
  });
});

test('on a telephone, in German and in the dark it is the same page', async () => {
  const { page, errors } = await openPage(browser, {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'de-DE',
  });
  await signIn(page, demo, 'Daniel Brooks', 'de');
  await page.goto(`${demo.portal}/clinics/${english!.id}/settings/webhooks`);
  await page.getByRole('button', { name: `Was an ${host} gesendet wurde` }).click();
  await page.getByText('Angekommen', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: `${host} ändern` }).click();
  await page.getByLabel('Termin verlegt').check();
  await noFindings(page);
  await page.getByRole('button', { name: 'Webhook speichern' }).click();
  await page.getByText('Der Webhook ist gespeichert.').waitFor();
  await page.getByRole('button', { name: `${host} entfernen` }).click();
  await noFindings(page);
  await page.getByRole('button', { name: 'Jetzt entfernen' }).click();
  await page.getByText('Noch hört kein anderes System zu').waitFor();
  assert.deepEqual(errors, []);
});
