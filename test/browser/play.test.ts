import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { callableDay } from '../fixtures/callable-day.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

/** Takes a workflow from the gallery and opens its play. */
const openPlay = async (page: Page, name: string) => {
  await signIn(page, demo, 'Daniel Brooks');
  const main = page.locator('main');
  await page.getByRole('link', { name: 'Workflows', exact: true }).click();
  await main.getByRole('link', { name: 'Open the gallery' }).first().click();
  const list = main.getByRole('navigation', { name: 'Workflows', exact: true });
  await list.getByRole('link', { name }).click();
  await main.getByRole('button', { name: `Use this: ${name}` }).click();
  await main.getByRole('link', { name: 'Play', exact: true }).click();
  await main.getByLabel('Which patient?').fill('Laura');
  await main.getByRole('button', { name: /^Laura Bennett/ }).click();
  return main;
};

test('a manager plays the follow-up of a missed appointment: no answer, the SMS, STOP; and a key for no more calls', async () => {
  const { page, context, errors } = await openPage(browser);
  const main = await openPlay(page, 'Missed Appointment Follow-up');
  const clock = main.getByTestId('play-clock');
  await main.getByLabel(/^From when on/).fill(`${callableDay().toString()}T10:00`);
  await clock.filter({ hasText: '10:00' }).waitFor();
  const next = main.getByRole('button', { name: 'Next step' });
  const story = main.getByRole('list', { name: 'What happens' });
  await next.click();
  await story.getByText('Wait 1 hour').waitFor();
  await next.click();
  await main.getByText('The telephone rings. How does the call end?').waitFor();
  await clock.filter({ hasText: '11:00' }).waitFor();
  assert.equal(await main.locator('[aria-current=step]').count(), 1);
  await main.getByRole('button', { name: 'No answer' }).click();
  await story.getByText('No answer').waitFor();
  await next.click();
  await story.getByText('Wait 5 minutes').waitFor();
  await next.click();
  await story.getByText('We missed you at your appointment').last().waitFor();
  await clock.filter({ hasText: '11:05' }).waitFor();
  await main.getByRole('button', { name: 'They answer STOP' }).click();
  await story.getByText('They answer STOP').waitFor();

  await main.getByRole('button', { name: 'From the beginning' }).click();
  await story.waitFor({ state: 'detached' });
  await next.click();
  await next.click();
  await main.getByRole('button', { name: /^9: / }).click();
  await next.click();
  await next.click();
  // The law of the place takes a no to calls for a no to text messages too.
  await story.getByText('Left out: they want no more calls').waitFor();
  await main.getByRole('button', { name: 'To the end' }).click();
  await story.getByText('find another time', { exact: false }).first().waitFor();
  assert.ok(await next.isDisabled());

  await main.getByText('The last 100 events', { exact: true }).click();
  await main
    .getByText(/What this workflow would have done|Nothing has happened yet/)
    .first()
    .waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('a browser without Temporal plays as well', async () => {
  const { page, context, errors } = await openPage(browser);
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  const main = await openPlay(page, 'Post-Appointment Follow-up Call');
  await main.getByLabel(/^From when on/).fill(`${callableDay().toString()}T10:00`);
  await main.getByTestId('play-clock').filter({ hasText: '10:00' }).waitFor();
  await main.getByRole('button', { name: 'To the end' }).click();
  const story = main.getByRole('list', { name: 'What happens' });
  await story.getByText('Wait 1 day').waitFor();
  await story.getByText('Call', { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});
