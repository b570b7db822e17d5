import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

test('a manager writes a message with variables, tries it on a patient, and says in words for whom it is', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  await page.getByRole('link', { name: 'Open the gallery' }).last().click();
  const gallery = page.getByRole('navigation', { name: 'Workflows', exact: true });
  await gallery.getByRole('link', { name: 'Missed Appointment Follow-up' }).click();
  await page.getByRole('button', { name: 'Use this: Missed Appointment Follow-up' }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();

  // The text of the message: a variable by its first letters, a wrong one said at once, and what a patient would read.
  await page.locator('[data-row="sms"]').click();
  const message = page.getByRole('region', { name: 'Step 4: SMS' });
  const text = message.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Dear ');
  await text.pressSequentially('{{ salu');
  await page.getByRole('option', { name: 'Salutation of who receives it' }).waitFor();
  await text.press('Enter');
  assert.equal(await text.inputValue(), 'Dear {{ recipient.salutation }}');
  await text.pressSequentially(' {{ nobody.here }}');
  await message.getByText('There is no “nobody.here”. Choose one from the list.').waitFor();
  await message.getByText('English (faulty)').waitFor();
  await text.fill('Dear {{ patient.first_name }}, please call us.');
  await message.getByText('Dear Anna, please call us.').waitFor();
  await message.getByText(/^1 text message/).waitFor();
  await message.getByRole('button', { name: 'Try with a patient' }).click();
  await message.getByRole('searchbox').fill('Laura Bennett');
  await message.getByRole('button', { name: /Laura Bennett/ }).click();
  await message.getByText('Dear Laura, please call us.').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);

  // For whom it is: an amount in whole money, and how many that concerns today.
  await page.locator('[data-row="@begin"]').click();
  const begin = page.getByRole('region', { name: 'How it begins' });
  await begin.getByRole('switch', { name: 'Only if …' }).check();
  await begin.getByText('Without a condition it is true of everybody.').waitFor();
  await begin.getByRole('button', { name: 'Add a condition' }).click();
  await begin.getByText('Say what to compare with.').waitFor();
  await begin.getByRole('textbox', { name: 'Compared with' }).fill('49.50');
  await begin.getByText(/^True today of \d+ of \d+ patients\.$/).waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);

  await page.getByText('Saved as a draft', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Back to the workflow' }).click();
  await page.getByText('and only if the balance is more than 49.50').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});
