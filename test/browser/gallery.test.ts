import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

test('a manager finds reminders in the gallery, takes them, and they are active', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  // The list is empty, and says where to begin.
  await page.getByRole('link', { name: 'Open the gallery' }).last().click();
  await page.getByRole('heading', { name: 'Gallery', exact: true }).waitFor();

  const list = page.getByRole('navigation', { name: 'Workflows', exact: true });
  await page.getByRole('main').getByRole('searchbox', { name: 'Search', exact: true }).fill('48 hours');
  await list.getByRole('link', { name: 'Incoming Call' }).waitFor({ state: 'detached' });
  await list.getByRole('link', { name: 'Appointment Reminders' }).click();
  await page.getByRole('heading', { name: 'Appointment Reminders' }).waitFor();
  await page.getByText('Wait until 48 hours before the appointment').waitFor();
  await page.getByText('Guten Morgen! Wir freuen uns auf Sie').waitFor();
  await page.getByText('Next 7 days', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Use this: Appointment Reminders' }).click();
  await page.getByRole('heading', { name: 'Appointment Reminders', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Active', { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('call workflows have a shelf; a workflow is kept, saved as a file, removed, and read again', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  await page.getByRole('link', { name: 'Open the gallery' }).first().click();
  const list = page.getByRole('navigation', { name: 'Workflows', exact: true });
  await page.getByText('Call Workflows', { exact: true }).click();
  await list.getByRole('link', { name: 'Appointment Reminder Call' }).waitFor();
  await list.getByRole('link', { name: 'Birthday' }).waitFor({ state: 'detached' });
  await list.getByRole('link', { name: 'Missed-Call Text-Back' }).click();
  await page.getByRole('button', { name: 'Use this: Missed-Call Text-Back' }).click();

  await page.getByRole('button', { name: 'Keep in the gallery' }).click();
  const form = page.getByRole('form', { name: 'Keep in the gallery' });
  await form.getByLabel('Name').fill('Our text-back');
  await form.getByLabel('What it does, in two sentences').fill('Writes back.');
  await form.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('It is in the gallery now.').waitFor();

  await page.getByRole('link', { name: 'All workflows' }).click();
  await page.getByRole('link', { name: 'Open the gallery' }).first().click();
  await list.getByRole('link', { name: 'Our text-back' }).click();
  await page.getByRole('heading', { name: 'Our text-back' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as a file' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  assert.equal((JSON.parse(file) as { name: string }).name, 'Our text-back');
  await page.getByRole('button', { name: 'Take out of the gallery' }).click();
  await list.getByRole('link', { name: 'Our text-back' }).waitFor({ state: 'detached' });

  const read = async (content: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Read a file' }).click(),
    ]);
    await chooser.setFiles({
      name: 'workflow.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  };
  await read('Name;Number\nAnna;1');
  await page.getByText('This is not a workflow’s file').waitFor();
  await read(file);
  await page.getByRole('heading', { name: 'Our text-back' }).waitFor();
  // A refused file is reported by an answer, not by an error of the page.
  assert.deepEqual(errors, []);
  await context.close();
});
