import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chooseFrom, openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

const openPatients = async (name: string) => {
  const opened = await openPage(browser);
  await signIn(opened.page, demo, name);
  await opened.page.getByRole('link', { name: 'Patients', exact: true }).click();
  await opened.page.getByRole('table', { name: 'Patients' }).waitFor();
  return opened;
};

/** Waits until the list is down to these people, whose order is the server's affair. */
const listShows = async (page: Page, names: string[]): Promise<void> => {
  const rows = page.locator('[data-person]');
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-person]').length === count,
    names.length,
  );
  assert.deepEqual((await rows.allTextContents()).toSorted(), names.toSorted());
};

test('somebody is found, called by keys, given a number and a note, and linked to a child', async () => {
  const { page, context, errors } = await openPatients('James Wilson');
  const watching = await openPatients('Olivia Martin');

  await page.keyboard.press('/');
  await page.keyboard.type('priya patl');
  await listShows(page, ['Priya Patel']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Priya Patel', level: 1 }).waitFor();
  await watching.page.getByRole('link', { name: 'Priya Patel' }).click();
  await watching.page.getByRole('button', { name: 'Call +1 312 555 0125' }).waitFor();

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Add a number' }).click();
  const second = page.getByRole('group', { name: 'Number 2' });
  await second.getByRole('textbox').fill('12');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await second.getByText('This cannot be a telephone number.').waitFor();
  await second.getByRole('textbox').fill('(312) 555-0188');
  await second.getByRole('combobox').selectOption('work');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Priya Patel is saved.').waitFor();
  await page.getByRole('button', { name: 'Call +1 312 555 0188' }).waitFor();
  await watching.page.getByRole('button', { name: 'Call +1 312 555 0188' }).waitFor();

  await page.getByRole('textbox', { name: 'Write a note' }).fill('Prefers the afternoon.');
  await page.keyboard.press('Control+Enter');
  const note = page.getByTestId('entry-note').filter({ hasText: 'Prefers the afternoon.' });
  await chooseFrom(
    note.getByRole('button', { name: 'More actions' }),
    page.getByRole('menuitem', { name: 'Pin to the top' }),
  );
  await page.getByRole('list', { name: 'Pinned notes' }).getByText('Prefers the afternoon.').waitFor();
  await watching.page.getByRole('list', { name: 'Pinned notes' }).waitFor();

  await page.getByRole('button', { name: 'Add a relative' }).click();
  await page.getByLabel('Find the person').fill('Chloe Nguyen');
  await page.getByRole('button', { name: /Chloe Nguyen/ }).click();
  await page.getByLabel('What Priya Patel is to the child').selectOption('guardian');
  await page.getByRole('button', { name: 'Link Chloe Nguyen' }).click();
  const children = page.getByRole('region', { name: 'Answers for' });
  await children.getByRole('link', { name: 'Chloe Nguyen' }).click();
  await page.getByRole('heading', { name: 'Chloe Nguyen', level: 1 }).waitFor();
  await page
    .getByRole('region', { name: 'Answered for by' })
    .getByRole('link', { name: 'Priya Patel' })
    .waitFor();

  assert.deepEqual([...errors, ...watching.errors], []);
  await Promise.all([context.close(), watching.context.close()]);
});

test('two who edit the same person at once: nothing typed is lost, and the second sees what the first did', async () => {
  const first = await openPatients('James Wilson');
  const second = await openPatients('Olivia Martin');
  for (const { page } of [first, second]) {
    await page.getByRole('link', { name: 'Robert Hughes' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Likes to be called').waitFor();
  }
  await first.page.getByLabel('Likes to be called').fill('Rob');
  await first.page.getByLabel('City').fill('Evanston');
  await first.page.getByRole('button', { name: 'Save changes' }).click();
  await first.page.getByText('Robert Hughes is saved.').waitFor();

  const { page } = second;
  await page.getByLabel('Likes to be called').fill('Bob');
  await page.getByLabel('Patient number').fill('P-77');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'James Wilson changed this person' });
  await conflict.getByText('they entered “Rob”').waitFor();
  assert.equal(await page.getByLabel('Likes to be called').inputValue(), 'Bob');
  assert.equal(await page.getByLabel('City').inputValue(), 'Evanston');
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  assert.equal(await page.getByLabel('Likes to be called').inputValue(), 'Rob');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Robert Hughes is saved.').waitFor();
  await first.page.getByText('P-77').waitFor();

  assert.deepEqual(
    [...first.errors, ...second.errors].filter((error) => !error.includes('status of 409')),
    [],
  );
  await Promise.all([first.context.close(), second.context.close()]);
});

test('filters and search live in the address, an archived person comes back, a new one is added', async () => {
  const { page, context, errors } = await openPatients('James Wilson');
  await page.getByRole('button', { name: 'Under 18' }).click();
  await listShows(page, ['Anna Bennett', 'Ben Bennett']);
  await page.getByRole('link', { name: 'Anna Bennett' }).click();
  await page.getByRole('heading', { name: 'Anna Bennett', level: 1 }).waitFor();
  await page.goBack();
  await listShows(page, ['Anna Bennett', 'Ben Bennett']);
  assert.equal(await page.getByRole('button', { name: 'Under 18' }).getAttribute('aria-pressed'), 'true');

  await page.getByRole('link', { name: 'Ben Bennett' }).click();
  await page.getByRole('heading', { name: 'Ben Bennett', level: 1 }).waitFor();
  await chooseFrom(
    page.getByRole('button', { name: 'More actions' }).first(),
    page.getByRole('menuitem', { name: 'Archive' }),
  );
  await page.getByText('They are no longer in lists and searches').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Ben Bennett is back.').waitFor();

  await page.getByRole('link', { name: 'All patients' }).click();
  await page.getByRole('searchbox').fill('Zoltan Quux');
  await page.getByRole('link', { name: 'Add “Zoltan Quux”' }).click();
  assert.equal(await page.getByLabel('Family name').inputValue(), 'Quux');
  await page.getByRole('button', { name: 'Add Zoltan Quux' }).click();
  await page.getByRole('heading', { name: 'Zoltan Quux', level: 1 }).waitFor();

  assert.deepEqual(errors, []);
  await context.close();
});

test('two records become one, what differs chosen, and are taken apart again', async () => {
  const { page, context, errors } = await openPatients('James Wilson');
  const clinicId = /clinics\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const add = (body: object): Promise<number> =>
    page.evaluate(
      async ([path, person]) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(person) })).status;
      },
      [`/api/v1/clinics/${clinicId}/patients`, body] as const,
    );
  const ada = { givenName: 'Adelina', birthDate: '1990-06-01', phoneNumbers: [{ number: '+13125550177' }] };
  assert.equal(await add({ ...ada, familyName: 'Fontaine' }), 201);
  assert.equal(await add({ ...ada, familyName: 'Fontane', preferredName: 'Ada' }), 201);

  await page.getByRole('link', { name: 'Find duplicates' }).click();
  const pair = page.getByTestId('pair').filter({ hasText: 'Fontaine' });
  await pair.getByRole('group', { name: 'Choose: family name' }).getByLabel('Fontane').check();
  await pair.getByRole('button', { name: 'Merge into one person' }).click();
  await page.getByText('Adelina Fontane is one person now.').waitFor();
  await pair.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'All patients' }).click();
  await page.getByRole('searchbox').fill('Adelina');
  await listShows(page, ['Adelina Fontane']);
  await page.getByRole('link', { name: 'Adelina Fontane' }).click();
  await page.getByText('“Ada”').waitFor();
  await page.getByRole('button', { name: 'Take apart' }).click();
  await page.getByText('They are two people again.').waitFor();
  await page.getByRole('heading', { name: 'Adelina Fontaine', level: 1 }).waitFor();

  assert.deepEqual(errors, []);
  await context.close();
});
