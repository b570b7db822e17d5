import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

/** Counts what a person does on this page from now on. @returns how many clicks it were, and how many fields typed into */
const countDeeds = async (page: Page): Promise<() => Promise<{ clicks: number; fields: number }>> => {
  await page.evaluate(() => {
    const deeds = { clicks: 0, fields: new Set<EventTarget | null>() };
    Object.assign(window, { deeds });
    // One press is one deed, also where the browser makes a second click of it (a label and its field).
    document.addEventListener('pointerdown', () => (deeds.clicks += 1), true);
    document.addEventListener('input', ({ target }) => deeds.fields.add(target), true);
  });
  return () =>
    page.evaluate(() => {
      const { deeds } = window as unknown as { deeds: { clicks: number; fields: Set<EventTarget | null> } };
      return { clicks: deeds.clicks, fields: deeds.fields.size };
    });
};

test('a manager finds reminders in the gallery, takes them, and they are active: five clicks, one word typed', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  const deeds = await countDeeds(page);
  const main = page.getByRole('main');
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  // The list is empty, and says where to begin.
  await main.getByRole('link', { name: 'Open the gallery' }).last().click();
  await page.getByRole('heading', { name: 'Gallery', exact: true }).waitFor();

  const list = main.getByRole('navigation', { name: 'Workflows', exact: true });
  await main.getByRole('searchbox', { name: 'Search', exact: true }).fill('48 hours');
  await list.getByRole('link', { name: 'Incoming Call' }).waitFor({ state: 'detached' });
  await list.getByRole('link', { name: 'Appointment Reminders' }).click();
  await main.getByRole('heading', { name: 'Appointment Reminders' }).waitFor();
  await main.getByText('Wait until 48 hours before the appointment').waitFor();
  await main.getByText('Guten Morgen! Wir freuen uns auf Sie').waitFor();
  await main.getByText('Next 7 days', { exact: true }).waitFor();

  await main.getByRole('button', { name: 'Use this: Appointment Reminders' }).click();
  await main.getByRole('button', { name: 'Publish', exact: true }).click();
  await main.getByText('Active', { exact: true }).waitFor();
  assert.deepEqual(await deeds(), { clicks: 5, fields: 1 });
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
