import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { callableDay } from '../fixtures/callable-day.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

/** Steps as they are read, one after the other. */
const steps = (page: Page): Locator => page.getByRole('button', { name: /^Step \d+: / });
const panel = (page: Page, name: RegExp | string): Locator => page.getByRole('region', { name });

const newWorkflow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  await page.getByRole('button', { name: 'New workflow' }).click();
  await page.getByLabel('Name of the workflow').fill(name);
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: `Edit “${name}”` }).waitFor();
};

/** @param behind the number of the step before, or null for the first */
const addStep = async (page: Page, behind: number | null, kind: RegExp): Promise<void> => {
  const name = behind === null ? 'Add a first step' : `Add a step behind Step ${behind}`;
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  const number = (behind ?? 0) + 1;
  await panel(page, new RegExp(`^Step ${number}: `)).waitFor();
};

const wait = async (page: Page, number: number, count: string, unit: string | null): Promise<void> => {
  const form = panel(page, `Step ${number}: Wait`);
  if (unit !== null) {
    await form.locator('input[aria-label="Unit"]').click();
    await page.getByRole('option', { name: unit }).click();
  }
  await form.getByLabel('How many', { exact: true }).fill(count);
};

const saved = (page: Page): Promise<void> => page.getByText('Saved as a draft').waitFor();

/** The draft beside its picture: she does not answer the calls, and gets the text message 5 minutes after the last. */
const playOnLaura = async (page: Page): Promise<void> => {
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Play', exact: true }).click();
  await main.getByLabel('Which patient?').fill('Laura');
  await main.getByRole('button', { name: /^Laura Bennett/ }).click();
  await main.getByLabel(/^From when on/).fill(`${callableDay().toString()}T10:00`);
  const clock = main.getByTestId('play-clock');
  await clock.filter({ hasText: '10:00' }).waitFor();
  const next = main.getByRole('button', { name: 'Next step' });
  // A new call step tries twice more, two hours apart.
  for (const time of ['11:00 AM', '1:00 PM', '3:00 PM']) {
    await next.click();
    await next.click();
    await clock.filter({ hasText: time }).waitFor();
    await main.getByRole('button', { name: 'No answer' }).click();
  }
  await next.click();
  await next.click();
  await clock.filter({ hasText: '3:05 PM' }).waitFor();
};

test('a manager writes a workflow from nothing, breaks it, is told where, mends it, plays it and publishes it', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await newWorkflow(page, 'Missed visit');

  await page.getByRole('button', { name: '2 problems' }).waitFor();
  await page.getByRole('combobox', { name: 'It begins when' }).fill('not come');
  await page.getByRole('option', { name: 'somebody does not come' }).click();
  await page.getByRole('button', { name: '1 problem' }).waitFor();
  await page.keyboard.press('Escape');

  await addStep(page, null, /^Wait/);
  await wait(page, 1, '1', 'hour');
  await addStep(page, 1, /^Telephone call/);
  await panel(page, 'Step 2: Telephone call')
    .getByRole('textbox', { name: 'What is said' })
    .fill('We missed you today. To find another time, press 2.');
  await addStep(page, 2, /^Wait/);
  await wait(page, 3, '5', 'minute');
  await addStep(page, 3, /^SMS/);
  await panel(page, 'Step 4: SMS')
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('We missed you. {{ clinic.name }}');
  await addStep(page, 4, /^Wait/);
  await wait(page, 5, '1', null);
  await addStep(page, 5, /^Task: find another time/);
  await panel(page, /^Step 6: /)
    .getByRole('textbox', { name: 'What the task says' })
    .fill('Find another time.');
  await page.getByText('No problems').waitFor();
  await saved(page);
  // Written in one language for a clinic that speaks two: said as advice, which keeps nobody from publishing.
  await page.getByRole('button', { name: '2 hints' }).waitFor();
  const titles = await steps(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label')!.split('. Worth another look')[0]),
  );
  assert.deepEqual(titles, [
    'Step 1: Wait 1 hour',
    'Step 2: Call. We missed you today. To find another time, press 2.',
    'Step 3: Wait 5 minutes',
    'Step 4: SMS. We missed you. [Name of the clinic]',
    'Step 5: Wait 1 day',
    'Step 6: Task: find another time. Find another time.',
  ]);

  // Broken: the way there is the count in the head.
  await steps(page).nth(3).click();
  await panel(page, 'Step 4: SMS').getByRole('textbox', { name: 'Text', exact: true }).fill('');
  // The first step is out of sight: the keyboard goes there.
  await steps(page).nth(3).press('Home');
  await panel(page, 'How it begins').waitFor();
  await page.getByRole('button', { name: '1 problem' }).click();
  await panel(page, 'Step 4: SMS').getByText('Its text is empty.').first().waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('No problems').waitFor();
  await saved(page);

  await playOnLaura(page);
  await page.getByRole('link', { name: 'Look through and publish' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Active', { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('steps are walked, moved, copied, folded and taken out with the keyboard', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await newWorkflow(page, 'By keys');
  const titles = (): Promise<(string | null)[]> =>
    steps(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!.split('. ')[0]!));
  const told = (words: RegExp): Promise<void> => page.getByTestId('said').getByText(words).waitFor();
  const shown = async (number: number, name: string): Promise<void> =>
    page.getByRole('button', { name: new RegExp(`^Step ${number}: ${name}`) }).waitFor();

  await addStep(page, null, /^Condition/);
  await addStep(page, 1, /^Wait/);
  await steps(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await told(/step 2 now, in “Otherwise”/);
  await page.keyboard.press('Alt+ArrowUp');
  await told(/step 2 now, in “Then”/);
  await page.keyboard.press('Control+d');
  await told(/the copy is step 3/);
  await shown(3, 'Wait 1 day');
  assert.deepEqual(await titles(), ['Step 1: If …', 'Step 2: Wait 1 day', 'Step 3: Wait 1 day']);

  // Out to the step around it, which hides what it holds.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await steps(page).nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await shown(3, 'Wait 1 day');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await told(/^Removed: Wait 1 day/);
  await steps(page).nth(2).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await shown(3, 'Wait 1 day');
  await page.keyboard.press('Control+Shift+z');
  await steps(page).nth(2).waitFor({ state: 'detached' });
  await saved(page);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a step is dragged into a condition', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await newWorkflow(page, 'By hand');
  await addStep(page, null, /^Wait/);
  await addStep(page, 1, /^Condition/);
  const from = (await steps(page).nth(0).boundingBox())!;
  const to = (await page.getByRole('button', { name: 'Add a step to “Otherwise”' }).boundingBox())!;
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 70, from.y + 60, { steps: 4 });
  // Held where its corner is at the place; the line there says so.
  await page.mouse.move(to.x + 44, to.y + 18, { steps: 8 });
  await page.mouse.up();
  await page.getByTestId('said').getByText('in “Otherwise”').waitFor();
  await page.getByRole('button', { name: /^Step 2: Wait 1 day/ }).waitFor();
  await saved(page);
  assert.deepEqual(errors, []);
  await context.close();
});

test('on a telephone a step is written, moved by a finger that rests on it first, and put back', async () => {
  const phone = { width: 390, height: 844 };
  const { page, context, errors } = await openPage(browser, { touch: true, viewport: phone });
  await signIn(page, demo, 'Daniel Brooks');
  await page.goto(`${demo.portal}/clinics/${demo.clinics[0]!.id}/workflows`);
  await page.getByRole('button', { name: 'New workflow' }).tap();
  await page.getByLabel('Name of the workflow').fill('By finger');
  await page.getByRole('button', { name: 'Make it' }).tap();
  await page.getByRole('heading', { name: 'Edit “By finger”' }).waitFor();
  const add = async (slot: string, kind: RegExp): Promise<void> => {
    await page.getByRole('button', { name: slot, exact: true }).tap();
    await page.getByRole('menuitem', { name: kind }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).waitFor();
  };
  const close = async (): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close', exact: true }).tap();
    await dialog.waitFor({ state: 'detached' });
  };
  await add('Add a first step', /^Condition/);
  await close();
  await add('Add a step behind Step 1', /^Note/);
  await panel(page, /^Step 2: /)
    .getByText('Its text is empty.')
    .waitFor();
  await panel(page, /^Step 2: /)
    .getByRole('textbox')
    .fill('Look at the file.');
  await close();

  const note = page.getByRole('button', { name: /^Step 2: Note/ });
  await note.waitFor();
  const from = (await note.boundingBox())!;
  const to = (await page.getByRole('button', { name: 'Add a step to “Otherwise”' }).boundingBox())!;
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<unknown> =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });

  // A finger that does not rest moves the picture, and opens nothing.
  await touch('touchStart', from.x + 60, from.y + 30);
  await touch('touchMove', from.x + 60, from.y + 60);
  await touch('touchMove', from.x + 60, from.y + 30);
  await touch('touchEnd');
  assert.equal(await page.locator('.react-flow__node.dragging').count(), 0);

  await touch('touchStart', from.x + 60, from.y + 30);
  await page.locator('.react-flow__node.dragging').waitFor();
  await touch('touchMove', from.x + 64, from.y);
  await touch('touchMove', to.x + 44, to.y + 18);
  await touch('touchEnd');
  await page.getByTestId('said').getByText('in “Otherwise”').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await page.getByRole('button', { name: 'Redo', exact: true }).tap();
  await saved(page);
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a step is found by its words, and copied into another workflow', async () => {
  const { page, context, errors } = await openPage(browser);
  await signIn(page, demo, 'Daniel Brooks');
  await newWorkflow(page, 'Where it stands');
  await addStep(page, null, /^Wait/);
  await addStep(page, 1, /^Note/);
  await panel(page, /^Step 2: /)
    .getByRole('textbox')
    .fill('Look at the X-ray.');
  await steps(page).nth(0).focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find a step' }).fill('x-ray');
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await panel(page, /^Step 2: Note/).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-row]:focus').waitFor();
  await page.keyboard.press('Control+c');
  await page
    .getByTestId('said')
    .getByText(/^Copied: /)
    .waitFor();
  await saved(page);

  await newWorkflow(page, 'Where it goes');
  await addStep(page, null, /^Wait/);
  await page.getByRole('button', { name: 'Add a step behind Step 1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Put in what was copied' }).click();
  await page.getByRole('button', { name: /^Step 2: Note.*Look at the X-ray\./ }).waitFor();
  await steps(page).nth(1).focus();
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: /^Step 3: Note.*Look at the X-ray\./ }).waitFor();

  await page.getByRole('button', { name: 'Add a step behind Step 3', exact: true }).click();
  await page.getByRole('menuitem', { name: 'From another workflow' }).click();
  const other = page.getByRole('dialog', { name: 'Insert from another workflow' });
  await other.getByRole('combobox', { name: 'Workflow' }).click();
  await page.getByRole('option', { name: 'Where it stands' }).click();
  await other.getByRole('checkbox', { name: '1 · Wait 1 day' }).check();
  await other.getByRole('button', { name: 'Insert 1 step' }).click();
  await page.getByRole('button', { name: /^Step 4: Wait 1 day/ }).waitFor();
  await saved(page);
  assert.deepEqual(errors, []);
  await context.close();
});

test('two managers at once: the second chooses whose draft goes on', async () => {
  const one = await openPage(browser);
  await signIn(one.page, demo, 'Daniel Brooks');
  await newWorkflow(one.page, 'Both of us');
  await addStep(one.page, null, /^Wait/);
  await saved(one.page);
  const other = await openPage(browser);
  await signIn(other.page, demo, 'Daniel Brooks');
  await other.page.goto(one.page.url());
  await steps(other.page).nth(0).waitFor();

  // Nothing reaches the other page, neither what is saved here nor word of it, until it has a change of its own.
  await other.page.route('**/api/v1/**', (route) => route.abort());
  await addStep(other.page, 1, /^Note/);
  await addStep(one.page, 1, /^Callback/);
  await one.page.getByText('Saved as a draft').waitFor();
  await other.page.unroute('**/api/v1/**');
  await other.page.getByText('Somebody else changed this workflow meanwhile').waitFor();
  await other.page.getByRole('button', { name: 'Load theirs' }).click();
  await other.page.getByRole('button', { name: /^Step 2: Callback/ }).waitFor();
  await Promise.all([one.context.close(), other.context.close()]);
});
