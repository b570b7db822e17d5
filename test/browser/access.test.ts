import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { digitsFor } from '../fixtures/authenticator.ts';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { eventually } from '../fixtures/installation-eventually.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
const [english, german] = demo.clinics;
const owner = demo.signIns.find(({ name }) => name === 'Margaret Chen')!;
const sam = 'sam.porter@new.example';
const password = 'four plain words here';

type Mails = { mails: { subject: string; text: string }[] };

/** The link in the newest mail to this address, as soon as it is there. */
const linkFor = (address: string, path: string): Promise<string> => {
  const pattern = new RegExp(`https?://\\S+/${path}#\\S+`);
  return eventually(`the ${path} for ${address}`, async () => {
    const { mails } = await askSandbox<Mails>(demo, 'GET', `mailboxes/${address}`);
    return mails.map(({ text }) => pattern.exec(text)?.[0]).find((each) => each !== undefined);
  });
};

const noFindings = async (page: Page): Promise<void> => {
  assert.deepEqual(await accessibilityFaults(page), []);
};

/** Sets up the second factor on the page that is open. @returns the secret and the backup codes */
const enrol = async (page: Page, known: string) => {
  await page.getByLabel('Your password').fill(known);
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  const key = page.getByText('Or enter this key by hand').locator('xpath=following-sibling::*');
  const secret = (await key.innerText()).replaceAll(' ', '');
  await page.getByLabel('Six digits from the app').fill(digitsFor(secret));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('Your backup codes').waitFor();
  const codes = await page.locator('main ul[class*=codes] li').allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { secret, codes };
};

const passwordStep = async (page: Page, email: string, known: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(known);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
};

test('invited by mail, with two factors, out of a session, and with a new password', async () => {
  const margaret = await openPage(browser);
  const invited = await openPage(browser);
  await signIn(margaret.page, demo, owner.name);
  const settings = `/clinics/${english!.id}/settings`;
  await margaret.page.goto(`${demo.portal}${settings}/people`);
  await margaret.page.getByRole('button', { name: 'Invite somebody' }).click();
  await margaret.page.getByLabel('Name', { exact: true }).fill('Sam Porter');
  await margaret.page.getByLabel('E-mail', { exact: true }).fill(sam);
  await margaret.page.getByRole('button', { name: 'Send the invitation' }).click();
  await margaret.page.getByRole('button', { name: 'Send the invitation to Sam Porter again' }).waitFor();

  const { page } = invited;
  await page.goto(await linkFor(sam, 'invitation'));
  await page.getByRole('heading', { name: 'Welcome to Lakeside Dental' }).waitFor();
  await noFindings(page);
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByText('Ready for calls').waitFor();
  // The owner sees it happen.
  await margaret.page.getByLabel('Role of Sam Porter').waitFor();

  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('link', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  const { secret, codes } = await enrol(page, password);
  await page.getByText('On: you sign in with your password and a code.').waitFor();
  assert.ok(codes.length >= 8);

  await signOut(page);
  await passwordStep(page, sam, password);
  await page.getByLabel('Six digits, or a backup code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This code is wrong').waitFor();
  await noFindings(page);
  await page.getByLabel('Six digits, or a backup code').fill(digitsFor(secret));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Ready for calls').waitFor();

  const elsewhere = await openPage(browser);
  await elsewhere.page.goto(demo.portal);
  await passwordStep(elsewhere.page, sam, password);
  await elsewhere.page.getByLabel('Six digits, or a backup code').fill(codes[0]!);
  await elsewhere.page.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.page.getByText('Ready for calls').waitFor();
  await page.goto(`${demo.portal}${settings}/account`);
  await page.getByRole('button', { name: /^End the session/ }).click();
  await page.getByRole('button', { name: /^End the session/ }).waitFor({ state: 'detached' });
  await elsewhere.page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await elsewhere.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await elsewhere.page.getByRole('heading', { name: 'A new password' }).waitFor();
  await elsewhere.page.getByLabel('E-mail').fill(sam);
  await elsewhere.page.getByRole('button', { name: 'Send me a link' }).click();
  await elsewhere.page.getByText('Look into your mail').waitFor();
  await elsewhere.page.goto(await linkFor(sam, 'new-password'));
  await elsewhere.page.getByLabel('New password').fill('another four plain words');
  await elsewhere.page.getByRole('button', { name: 'Set the password' }).click();
  await elsewhere.page.getByText('Your new password holds').waitFor();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor(); // signed out everywhere
  assert.deepEqual([...margaret.errors, ...elsewhere.errors].filter(isNews), []);
});

/** A wrong code and a signed-out stream are answered so; the browser reports it. */
const isNews = (error: string): boolean => !/status of 40[013]/.test(error);

test('one person in two clinics; one of them asks for two factors before anything else', async () => {
  const stefan = demo.signIns.find(({ clinic, role }) => clinic === german!.name && role === 'manager')!;
  const margaret = await openPage(browser);
  const { page, errors } = await openPage(browser);
  await signIn(margaret.page, demo, owner.name);
  await margaret.page.goto(`${demo.portal}/clinics/${english!.id}/settings/people`);
  await margaret.page.getByRole('button', { name: 'Invite somebody' }).click();
  await margaret.page.getByLabel('Name', { exact: true }).fill(stefan.name);
  await margaret.page.getByLabel('E-mail', { exact: true }).fill(stefan.email);
  await margaret.page.getByRole('button', { name: 'Send the invitation' }).click();

  await page.goto(await linkFor(stefan.email, 'invitation'));
  await page.getByText('You have an account with this address already.').waitFor();
  await page.getByLabel('Your password').fill(stefan.password);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByText('Ready for calls').waitFor();
  const switchTo = async (from: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: from }).click();
    await page.getByRole('link', { name: to }).click();
    await page.getByRole('button', { name: to }).waitFor();
  };
  await page.goto(`${demo.portal}/clinics/${german!.id}/now`);
  await switchTo(german!.name, english!.name);

  await margaret.page.getByRole('switch', { name: 'Everybody needs two factors' }).click();
  await margaret.page.getByRole('heading', { name: 'One more step' }).waitFor();
  await enrol(margaret.page, owner.password);
  await margaret.page.getByText('Ready for calls').waitFor();

  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await noFindings(page);
  await page.getByRole('link', { name: german!.name }).click();
  await page.getByRole('button', { name: german!.name }).waitFor();
  await page.goto(`${demo.portal}/clinics/${english!.id}/now`);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await enrol(page, stefan.password);
  await page.getByText('Ready for calls').waitFor();
  assert.deepEqual([...errors, ...margaret.errors].filter(isNews), []);
});

test('a key is made, works, and is revoked', async () => {
  const { page } = await openPage(browser);
  await signIn(page, demo, 'Katharina Vogt');
  await page.goto(`${demo.portal}/clinics/${german!.id}/settings/api-keys`);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Which program is it for?').fill('Practice system');
  await page.getByLabel('Staff: read').check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.locator('main code').innerText();
  const status = async (path: string): Promise<number> => {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${demo.portal}/api/v1/clinics/${german!.id}/${path}`, { headers })).status;
  };
  assert.deepEqual([await status('staff'), await status('patients')], [200, 403]);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Revoke Practice system' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('No program has a key').waitFor();
  assert.equal(await status('staff'), 401);
});
