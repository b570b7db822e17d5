import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chooseFrom, openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

const openPerson = async (account: string, name: string) => {
  const opened = await openPage(browser);
  await signIn(opened.page, demo, account);
  await opened.page.getByRole('link', { name: 'Patients', exact: true }).click();
  await opened.page.getByRole('table', { name: 'Patients' }).getByRole('link', { name }).click();
  await opened.page.getByRole('region', { name: 'Treatment and payments' }).waitFor();
  return { ...opened, care: opened.page.getByRole('region', { name: 'Treatment and payments' }) };
};
const choose = async (page: Page, what: string): Promise<void> => {
  const care = page.getByRole('region', { name: 'Treatment and payments' });
  await chooseFrom(
    care.getByRole('button', { name: 'Add', exact: true }),
    page.getByRole('menuitem', { name: what, exact: true }),
  );
};

test('a plan is proposed and accepted, a payment asked for and received; a colleague sees it happen', async () => {
  const { page, care, errors } = await openPerson('Olivia Martin', 'Aisha Khan');
  const other = await openPerson('Daniel Brooks', 'Aisha Khan');
  await care.getByText('Nothing open').waitFor();

  await choose(page, 'Treatment plan');
  await care.getByRole('textbox', { name: 'Plan', exact: true }).fill('Aligners, 14 months');
  await care.getByLabel('Total').fill('4800');
  await care.getByRole('textbox', { name: 'Link to the plan' }).fill('https://plans.example/khan');
  await page.keyboard.press('Enter');
  await care.getByText('Proposed', { exact: true }).waitFor();
  await care.getByText('$4,800.00').waitFor();
  await other.care.getByText('Aligners, 14 months').waitFor();

  await care.getByRole('button', { name: 'Mark as accepted' }).click();
  await care.getByText('Accepted', { exact: true }).waitFor();
  await other.care.getByRole('button', { name: 'Start treatment' }).waitFor();

  await choose(page, 'Payment');
  await care.getByLabel('Amount').fill('125.50');
  await page.keyboard.press('Enter');
  const balance = care.getByTestId('care-balance');
  await balance.getByText('$125.50').waitFor();

  await care.getByRole('button', { name: 'Mark as received' }).click();
  await balance.getByText('Nothing open').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await balance.getByText('$125.50').waitFor();
  await chooseFrom(
    care.getByRole('button', { name: 'More for $125.50' }),
    page.getByRole('menuitem', { name: 'Mark as failed' }),
  );
  await other.care.getByText('Failed', { exact: true }).waitFor();

  await page.getByText('Treatment proposed').waitFor();
  await page.getByText('Payment failed').waitFor();
  assert.deepEqual([...errors, ...other.errors], []);
});
