import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { chooseFrom, openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { testDatabase, urlOfDatabase } from '../fixtures/database.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { telephoneAt } from '../fixtures/installation-telephones.ts';

const { connection } = await testDatabase('demo of today');
const demo = await startFrontdesk({ DATABASE_URL: urlOfDatabase(connection) });
const browser = await openBrowser();
const clinic = demo.clinics[0]!;
const robert = demo.people.find(({ name }) => name === 'Robert Hughes')!.phoneNumber;

const inDatabase = async (statement: string, values: unknown[]): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(statement, values);
  await client.end();
};

/** Calls of earlier days, the newest first entered; each a minute older. */
const enterCalls = async (names: string[], from: string): Promise<string[]> => {
  const ids = names.map(() => randomUUIDv7());
  await inDatabase(
    `INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since,
       outcome, state, caller_name, started_at, ended_at, last_fact_at)
     SELECT $1, id, 'CA' || id, 'inbound', $2, $3, 'en', 'ended', at, 'voicemail', '{}', name, at, at, at
     FROM unnest($4::uuid[], $5::text[]) WITH ORDINALITY AS c(id, name, n),
       LATERAL (SELECT now() - interval '1 day' - n * interval '1 minute' AS at) t`,
    [clinic.id, from, clinic.phoneNumber, ids, names],
  );
  return ids;
};

/** A message of which the carrier had lost the recording: everything but listening can be done with it. */
const enterMessage = async (callId: string, department: string | null): Promise<void> => {
  await inDatabase(
    `INSERT INTO voicemail_messages (clinic_id, id, call_id, recording_sid, department_id, language, received_at,
       duration_seconds, audio_status, transcription)
     VALUES ($1, $2, $3, $4, (SELECT id FROM departments WHERE clinic_id = $1 AND name = $5), 'en', now(), 9, 'failed', 'unavailable')`,
    [clinic.id, randomUUIDv7(), callId, `RE${callId}`, department],
  );
};

const open = async (name: string, link: string) => {
  const opened = await openPage(browser);
  await signIn(opened.page, demo, name);
  await opened.page.getByRole('link', { name: link }).first().click();
  await opened.page.getByRole('heading', { name: link, level: 1 }).waitFor();
  return opened;
};

const namesOf = (page: Page): Promise<string[]> =>
  page.locator('td[data-column="caller"] a').allTextContents();

test('the log scrolls on, stays still for new calls below its top, is searched, and the search is kept', async () => {
  await enterCalls(
    Array.from({ length: 120 }, (_, n) => (n === 110 ? 'Wilhelmine Query' : `Caller ${n}`)),
    '+13125580001',
  );
  const { page, context, errors } = await open('Olivia Martin', 'Calls');
  await page.getByRole('link', { name: 'Caller 0', exact: true }).waitFor();
  await page.locator('#content').evaluate((scroller) => scroller.scrollTo({ top: 1_000_000 }));
  await page.getByRole('link', { name: 'Caller 49', exact: true }).waitFor();

  const caller = telephoneAt(demo.sandbox.baseUrl, robert);
  await caller.dial(clinic.phoneNumber);
  await page.getByRole('button', { name: '1 new call' }).click();
  await page.getByRole('row', { name: /Robert Hughes/ }).waitFor();
  assert.equal((await namesOf(page))[0], 'Robert Hughes');
  await caller.hangUp();

  await page.getByRole('searchbox', { name: 'Name or number' }).fill('wilhelm');
  await page.waitForFunction(() => document.querySelectorAll('td[data-column="caller"] a').length === 1);
  assert.deepEqual(await namesOf(page), ['Wilhelmine Query']);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const choice = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await chooseFrom(button('Own filter'), choice('Keep this filter…'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Wilhelmine');
  await page.keyboard.press('Enter');
  await chooseFrom(button('Wilhelmine'), choice('All calls'));
  await page.getByRole('link', { name: 'Robert Hughes' }).waitFor();
  await chooseFrom(button('All calls'), choice('Wilhelmine'));

  await page.getByRole('link', { name: 'Wilhelmine Query' }).click();
  await page.getByRole('heading', { name: 'Wilhelmine Query', level: 1 }).waitFor();
  await page.getByRole('textbox', { name: 'Note' }).fill('Asked for the X-ray.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Asked for the X-ray.' }).waitFor();
  await page.getByText('Olivia Martin wrote a note').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('a message is narrowed down to, written down, assigned, deleted and taken back, and called back', async () => {
  const [first, second] = (await enterCalls(['Robert Hughes', 'Robert Hughes'], robert)) as [string, string];
  await enterMessage(first, 'Billing');
  await enterMessage(second, null);
  const { page, context, errors } = await open('Olivia Martin', 'Voicemail');
  const messages = page.getByRole('article');
  const are = (count: number): Promise<unknown> =>
    page.waitForFunction((wanted) => document.querySelectorAll('article').length === wanted, count);
  const choose = async (label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const more = page.getByRole('button', { name: 'More actions' });
  const deleteIt = () => chooseFrom(more, page.getByRole('menuitem', { name: 'Delete' }));
  await are(2);
  await choose('Department', 'Billing');
  await are(1);
  await messages.getByText(/^kept until/).waitFor();

  await page.getByRole('button', { name: 'Write the text down' }).click();
  await page.getByRole('textbox', { name: 'Text of the message' }).fill('Asks about the bill.');
  await page.keyboard.press('Control+Enter');
  await messages.getByText('Asks about the bill.').waitFor();
  await messages.getByText(/Written by Olivia Martin/).waitFor();

  await more.click();
  await page.getByRole('menuitem', { name: 'Assign to' }).hover();
  await page.getByRole('menuitem', { name: 'Me (Olivia Martin)' }).click();
  await messages.getByText('Olivia Martin', { exact: true }).waitFor();
  await choose('Taken care of by', 'Nobody’s yet');
  await are(0);
  await choose('Taken care of by', 'My messages');
  await are(1);

  await deleteIt();
  await page.getByText('Nothing left to do').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await messages.getByText('Asks about the bill.').waitFor();
  await deleteIt();
  await page.getByText('Nothing left to do').waitFor();
  await page.getByText('Deleted', { exact: true }).click();
  await messages.getByText(/deleted by Olivia Martin/).waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Nothing was deleted').waitFor();
  await page.getByText('To do', { exact: true }).click();

  await page.getByRole('button', { name: 'Call back' }).click();
  await page.getByRole('button', { name: 'Hang up' }).click();
  assert.deepEqual(errors, []);
  await context.close();
});
