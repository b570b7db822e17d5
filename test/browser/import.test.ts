import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

const csv = [
  'Nachname;Vorname;Geb.-Datum;Handy;Memo',
  'Müller;Jürgen;14.03.1980;+49 171 2345678;Rückruf abends',
  'Öztürk;Aylin;01.12.1990;0049 172 3456789;',
  'Schmidt;Eva;31.02.1985;+49 173 4567890;',
  '',
].join('\r\n');

test('the manager imports a file, sees what is refused and why, and takes it back', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await page.goto(`${page.url().replace(/\/now.*$/, '')}/patients`);
  await page.getByRole('link', { name: 'Import patients' }).click();
  await page.getByRole('heading', { name: 'Import patients', exact: true }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'patienten.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv, 'latin1'),
  });
  const mapped = page.getByLabel('Holds: Geb.-Datum');
  await mapped.waitFor();
  assert.equal(await mapped.inputValue(), 'birthDate');
  await page.getByRole('row', { name: /New Jürgen Müller/ }).waitFor();
  await page.getByRole('row', { name: /Refused Eva Schmidt Birth date: Not a date/ }).waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);

  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('heading', { name: 'Rows to mend' }).waitFor();
  await page.getByText('Schmidt · Eva · 31.02.1985').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Take them away' }).click();
  await page.getByText('taken away again').waitFor();
  await page.getByText('Undone').first().waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});
