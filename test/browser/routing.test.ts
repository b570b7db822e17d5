import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 120 });

const openRouting = async (name: string) => {
  const opened = await openPage(browser);
  await signIn(opened.page, demo, name);
  await opened.page.getByRole('link', { name: 'Routing', exact: true }).click();
  await opened.page.getByRole('heading', { name: 'Menu', exact: true }).waitFor();
  return opened;
};

test('the manager puts billing on another key, and the preview and a real call follow', async () => {
  const { page, context, errors } = await openRouting('Daniel Brooks');
  const billing = await openRouting('Olivia Martin');
  const preview = page.getByTestId('preview-steps');
  const save = page.getByRole('button', { name: 'Save: Menu' });

  await page.getByRole('button', { name: 'Press 1: Billing' }).click();
  await preview.getByText('Pressed 1 for “Billing”').waitFor();
  await preview.getByText('Rang Olivia Martin').waitFor();
  assert.ok(await save.isDisabled(), 'nothing to save yet');

  const option = page.getByRole('group', { name: 'Key 1, Billing' });
  await option.getByLabel('Key', { exact: true }).selectOption('2');
  await save.click();
  await page.getByText('This key is used twice in this menu.').waitFor();
  await page.getByRole('group', { name: 'Key 2, Billing' }).getByLabel('Key').selectOption('4');
  const moved = page.getByRole('group', { name: 'Key 4, Billing' });
  assert.equal(await moved.getByLabel('Spoken in English').inputValue(), 'For billing, press 4.');
  await save.click();
  await page.getByText('Callers hear this menu from now on.').waitFor();
  assert.ok(await save.isDisabled(), 'everything is saved');

  await page.getByLabel('Keys pressed').fill('4');
  await preview.getByText('Pressed 4 for “Billing”').waitFor();
  await preview.getByText('Rang Olivia Martin').waitFor();

  const caller = await openPage(browser);
  const telephone = await takeTelephone(caller.page, demo, 'Laura Bennett');
  await telephone.getByTestId('dial').click();
  await telephone.getByText('For billing, press 4.').waitFor();
  await telephone.getByTestId('key-4').click();
  await billing.page.getByTestId('screen-pop').getByText('Laura Bennett').first().waitFor();
  await telephone.getByTestId('hang-up').click();

  assert.deepEqual([...errors, ...billing.errors, ...caller.errors], []);
  await Promise.all([context.close(), billing.context.close(), caller.context.close()]);
});

test('the manager changes who is rung, and when the clinic is open, and the preview follows', async () => {
  const { page, context, errors } = await openRouting('Daniel Brooks');
  const preview = page.getByTestId('preview-steps');
  await preview.getByText('the clinic is open').first().waitFor();

  const reception = page.getByRole('region', { name: 'Reception', exact: true });
  await reception.getByLabel('Add somebody to Reception').selectOption({ label: 'Daniel Brooks' });
  const daniel = reception.getByRole('group', { name: 'Daniel Brooks' });
  await daniel.getByLabel('Portal').uncheck();
  await page.getByRole('button', { name: 'Save: People' }).click();
  await page.getByText('Choose the portal or enter a phone number.').waitFor();
  await daniel.getByLabel('Own phone').fill('(312) 555-0111');
  await page.getByRole('button', { name: 'Save: People' }).click();
  await page.getByText('Calls reach these people from now on.').waitFor();
  await page.getByLabel('Keys pressed').fill('0');
  await preview.getByText('Rang Daniel Brooks').waitFor();

  await page.getByRole('button', { name: 'Add hours: Monday' }).click();
  await page.getByLabel('Holidays of country').fill('zz');
  const save = page.getByRole('button', { name: 'Save: Settings' });
  await save.click();
  await page.getByText('No holidays of this country or state are known.').waitFor();
  await page.getByLabel('Holidays of country').fill('us');
  await save.click();
  await page.getByText('The next call follows these settings.').waitFor();
  await page.getByLabel('Time in America/Chicago').fill('2026-11-22T10:00');
  await preview.getByText('the clinic is closed').first().waitFor();
  await page.getByLabel('Time in America/Chicago').fill('2026-11-23T10:00');
  await preview.getByText('Rang Daniel Brooks').waitFor();
  await page.getByLabel('Time in America/Chicago').fill('2027-01-18T10:00');
  await preview.getByText('Martin Luther King').first().waitFor();

  // The browser itself reports the one answer that refused something.
  assert.deepEqual(
    errors.filter((error) => !error.includes('status of 400')),
    [],
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  assert.equal(await page.getByLabel('Monday, from').inputValue(), '08:00');
  assert.equal(await daniel.getByLabel('Own phone').inputValue(), '+1 312 555 0111');
  await context.close();
});

test('a receptionist sees everything and changes nothing', async () => {
  const { page, context, errors } = await openRouting('James Wilson');
  await page.getByText('For appointments, press 2.').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Save/ }).count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});
