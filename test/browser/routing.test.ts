import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { eventually } from '../fixtures/installation-eventually.ts';

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
const show = (page: Page, part: string) => page.getByRole('link', { name: part, exact: true }).click();
const option = (page: Page, name: string) =>
  page.locator('[data-option]').filter({ has: page.getByRole('button', { name: `Move ${name}` }) });

const record = async (page: Page, name: string, words: string): Promise<void> => {
  await page.getByRole('group', { name, exact: true }).getByRole('textbox').fill(words);
  await page.getByRole('button', { name: `Record: ${name}` }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByText(/^(?!0:00)\d:\d\d \/ 2:00$/).waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Use this recording' }).click();
  await page.getByRole('button', { name: `Remove the recording: ${name}` }).waitFor();
};

test('a manager drafts hours and a sub-menu with the keyboard, publishes, is called, and undoes it', async () => {
  const { page, context, errors } = await openRouting('Daniel Brooks');
  const bar = page.getByRole('region', { name: 'Draft' });
  const steps = page.getByTestId('preview-steps');
  await bar.getByText('Published: calls follow what you see here').waitFor();

  // A sub-menu, by keyboard only: added, named, given its target, and an option moved into it.
  await page.getByRole('button', { name: 'Add an option', exact: true }).press('Enter');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('More');
  const target = page.getByRole('combobox', { name: 'Leads to' });
  await target.focus();
  await page.keyboard.type('Sub-menu');
  await page.getByRole('option', { name: 'Sub-menu' }).waitFor();
  // The list of options counts itself a moment after it is shown, and forgets which one was reached before.
  await eventually('the option to lead to a sub-menu', async () => {
    if ((await target.getAttribute('aria-expanded')) === 'true')
      for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    return page.getByText('Sub-menu with 0 options').first().isVisible();
  });
  await bar.getByRole('button', { name: '1 problem' }).waitFor();
  await page.getByRole('button', { name: 'Move Reception' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Reception: key 0, place 1 of 1 in More.').waitFor();
  const below = page.getByRole('list', { name: 'Options below More' });
  await below.getByText('Reception').first().waitFor();

  // Another one, by mouse.
  await option(page, 'Treatment').getByRole('button', { name: 'Move Treatment' }).hover();
  await page.mouse.down();
  const onto = await option(page, 'More').boundingBox();
  assert.ok(onto);
  await page.mouse.move(onto.x + 200, onto.y + onto.height / 2 - 4, { steps: 8 });
  await page.mouse.move(onto.x + 210, onto.y + onto.height / 2, { steps: 4 });
  await page.locator('[data-option][data-over]').waitFor();
  await page.mouse.up();
  await below.getByText('Treatment').first().waitFor();

  await show(page, 'Hours and holidays');
  await page.getByRole('button', { name: 'Add hours: Monday' }).click();
  await page.getByLabel('Monday, from').fill('07:30');
  await page.getByRole('button', { name: 'Copy the hours of Monday to Monday to Friday' }).click();
  assert.equal(await page.getByLabel('Friday, from').inputValue(), '07:30');
  // Whatever day it is when this runs: the menu is heard.
  await page.getByRole('radio', { name: 'the menu', exact: true }).check();
  await bar.getByText('Draft saved').waitFor();

  // Greetings, recorded from the microphone, which beeps. One of the two is heard, whatever day it is.
  await show(page, 'Greetings and voicemail');
  await record(page, 'Welcome, English', 'We are open, says a person.');
  await record(page, 'Message when closed, English', 'We are closed, says a person.');
  await bar.getByText('Draft saved').waitFor();

  // The draft is tried out while calls follow what is published.
  await page.getByTestId('try-4').click();
  await page
    .getByTestId('caption')
    .getByText('For Treatment, press')
    .or(page.getByTestId('caption').getByText('questions about a treatment'))
    .first()
    .waitFor();
  await steps.getByText('Pressed 4 for “More”').waitFor();
  await page.getByText('Published', { exact: true }).click();
  await steps.getByText('the key has no meaning').first().waitFor();

  await bar.getByRole('button', { name: 'Show differences' }).click();
  await bar.getByText('Option “More”').first().waitFor();
  await bar.getByText('moved into “More”').first().waitFor();
  await bar.getByText('Opening hours · Monday').waitFor();
  await bar.getByText('Message when closed · recording · English').waitFor();
  await bar.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published as number 2.').waitFor();
  await bar.getByText('Published: calls follow what you see here').waitFor();

  const caller = await openPage(browser);
  const telephone = await takeTelephone(caller.page, demo, 'Laura Bennett');
  await telephone.getByTestId('dial').click();
  await telephone.getByText('says a person.').first().waitFor();
  await telephone.getByText('For More, press 4.').waitFor();
  await telephone.getByTestId('key-4').click();
  await telephone.getByText('To speak to reception, press 0.').waitFor();
  await telephone.getByTestId('hang-up').click();

  await show(page, 'History');
  await page.getByRole('button', { name: 'Restore 1' }).click();
  await page.getByText('Number 1 is in force again.').waitFor();
  await page.getByText('Daniel Brooks brought number 1 back').waitFor();
  await show(page, 'Menu');
  await option(page, 'Reception').waitFor();
  await page.getByRole('main').getByText('More', { exact: true }).first().waitFor({ state: 'detached' });

  assert.deepEqual([...errors, ...caller.errors], []);
  await Promise.all([context.close(), caller.context.close()]);
});

test('a draft with problems is not published, and each problem leads to its place', async () => {
  const { page, context, errors } = await openRouting('Daniel Brooks');
  const bar = page.getByRole('region', { name: 'Draft' });
  await page.getByRole('button', { name: 'Add an option', exact: true }).click();
  await bar.getByRole('button', { name: '2 problems' }).waitFor();
  await show(page, 'People');
  await bar.getByRole('button', { name: 'Publish' }).click();
  await bar.getByText('This keeps the draft from being published:').waitFor();
  await bar.getByRole('link', { name: 'new option' }).first().click();
  const details = page.getByRole('group', { name: 'Details of new option' });
  await details.getByText('Give this option a name.').waitFor();
  await details.getByText('Choose where the call goes.').waitFor();

  await bar.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('The draft is discarded.').waitFor();
  await details.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await context.close();
});

test('a receptionist sees everything and changes nothing', async () => {
  const { page, context, errors } = await openRouting('James Wilson');
  await page.getByTestId('caption').getByText('For appointments, press 2.').waitFor();
  assert.equal(await page.getByRole('button', { name: /^(Add|Move|More for)/ }).count(), 0);
  await show(page, 'Hours and holidays');
  await page.getByRole('heading', { name: 'Opening hours' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^(Add|Remove|Copy)/ }).count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});
