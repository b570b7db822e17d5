import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTwilioAccount, trialKey, trialSid } from '../../src/ports/carrier/twilio/account-on-trial.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';

const twilio = await startTwilioAccount();
after(() => twilio.stop());
const demo = await startFrontdesk({ TWILIO_API_URL: twilio.url });
const browser = await openBrowser();
const admin = 'margaret.chen@lakeside.example';

// First: the next test leaves the sandbox, and with it the softphone that signing in waits for.
test('a receptionist sees her clinic’s settings and nothing of the installation’s', async () => {
  const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await signIn(page, demo, 'Olivia Martin');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const index = page.getByRole('navigation', { name: 'Sections of the settings' });
  await index.getByRole('link', { name: 'Clinic' }).click();
  await page.getByText('America/Chicago').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Telephone carrier' }).count(), 0);
  assert.deepEqual(errors, []);
});

test('an administrator sends a test mail, a wrong Twilio token says so, and the clinic’s languages hold everywhere', async () => {
  const { page, errors } = await openPage(browser);
  await signIn(page, demo, 'Margaret Chen');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();

  await page.getByRole('link', { name: 'Mail server' }).click();
  await page.getByRole('button', { name: `Send a test mail to ${admin}` }).click();
  await page.getByText(`The server has taken the mail to ${admin}.`).waitFor();
  const { mails } = await askSandbox<{ mails: { subject: string }[] }>(demo, 'GET', `mailboxes/${admin}`);
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Test mail from Frontdesk'],
  );

  await page.getByRole('link', { name: 'Telephone carrier' }).click();
  await page.getByText('Twilio', { exact: true }).click();
  await page.getByLabel('Account SID').fill(trialSid);
  await page.getByLabel('Auth token', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Test the carrier' }).click();
  await page.getByText('Account SID and auth token do not fit.', { exact: false }).waitFor();
  await page.getByLabel('Auth token', { exact: true }).fill('right-token');
  await page.getByLabel('API key SID').fill(trialKey.sid);
  await page.getByLabel('API key secret', { exact: true }).fill(trialKey.secret);
  // Whoever has the portal open gets the other carrier's softphone without a reload.
  const { page: desk } = await openPage(browser);
  await signIn(desk, demo, 'Olivia Martin');
  // Tokens of the sandbox may still be on their way.
  const otherToken = desk.waitForResponse(
    async (answer) =>
      answer.url().endsWith('/softphone/token') &&
      ((await answer.json()) as { carrier: string }).carrier === 'twilio',
  );
  await page.getByRole('button', { name: 'Save: Telephone carrier' }).click();
  await page.getByText('The carrier is in force.').waitFor();
  await otherToken;
  await desk.close();
  await page.getByRole('button', { name: 'Test the carrier' }).click();
  await page.getByText('is not in this account', { exact: false }).first().waitFor();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByText('Changed the telephone carrier').waitFor();
  await page.getByLabel('About').selectOption({ label: 'Installation' });
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Changed the mail server' });
  await page.getByText('No entry fits').waitFor();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByText('Changed the telephone carrier').waitFor();

  // A language that the clinic does not speak is not asked for where callers' words are written.
  await page.getByRole('link', { name: 'Clinic', exact: true }).click();
  await page.getByRole('checkbox', { name: 'German' }).uncheck();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await page.getByText('The clinic’s settings are saved.').waitFor();
  await page.getByRole('link', { name: 'Change it there' }).click();
  await page.getByRole('group', { name: 'Welcome, English' }).waitFor();
  await page.getByRole('group', { name: 'Welcome, German' }).waitFor({ state: 'detached' });
  // The softphone of the real Twilio, which is out of reach here, says so in the console.
  assert.deepEqual(
    errors.filter((text) => !/ERR_|twilio/i.test(text)),
    [],
  );
});
