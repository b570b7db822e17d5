import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, openPage } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { telephoneAt } from '../fixtures/installation-telephones.ts';
import { leaveTraces } from '../fixtures/traces.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });
await leaveTraces(demo, 0);

const telephoneOf = (name: string) =>
  telephoneAt(demo.sandbox.baseUrl, demo.people.find((person) => person.name === name)!.phoneNumber);

/** Presses Tab until it has the focus, as somebody without a mouse gets there. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let presses = 0; presses < 90; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus does not reach ${target.toString()}`);
};

const pressOn = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

const signInByKeys = async (page: Page, name: string): Promise<void> => {
  const { email, password } = demo.signIns.find((one) => one.name === name)!;
  await page.goto(demo.portal);
  await tabTo(page, page.getByLabel('E-mail', { exact: true }));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByText('Ready for calls').waitFor();
};

/** `g`, then the letter of the page; Tab first, because a letter in a field is only a letter. */
const goTo = async (page: Page, letter: string, heading: string): Promise<void> => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};

/** The server has said so: while a wish is under way, the button takes no other. */
const settled = async (page: Page, button: Locator, pressed: 'true' | 'false'): Promise<void> => {
  const element = await button.elementHandle();
  await page.waitForFunction(
    ([each, wanted]) =>
      each instanceof HTMLButtonElement && !each.disabled && each.getAttribute('aria-pressed') === wanted,
    [element, pressed] as const,
  );
};

const takeTheCall = async (page: Page): Promise<void> => {
  const caller = telephoneOf('Priya Patel');
  await caller.dial(demo.clinics[0]!.phoneNumber);
  await caller.press('1');
  await page.getByTestId('screen-pop').getByText('Priya Patel').first().waitFor();
  await page.keyboard.press('Enter');
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  await pressOn(page, hold);
  await settled(page, hold, 'true');
  await pressOn(page, hold);
  await settled(page, hold, 'false');
  await pressOn(page, page.getByRole('button', { name: 'Hang up' }));
  await page.getByText('Call ended').first().waitFor();
};

const writeItDown = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog');
  await search.getByRole('textbox').waitFor();
  await page.keyboard.type('priya patl');
  await search
    .getByRole('button', { name: /Priya Patel/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Priya Patel', level: 1 }).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Write a note' }));
  await page.keyboard.type('Wants the earlier time if somebody cancels.');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('entry-note').filter({ hasText: 'earlier time' }).waitFor();
};

const workTheVoicemails = async (page: Page): Promise<void> => {
  await goTo(page, 'v', 'Voicemail');
  const message = page.getByRole('article', { name: 'Message from Laura Bennett' });
  await pressOn(page, message.getByRole('button', { name: 'Play' }));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('audio')].some((audio) => audio.currentTime > 0.2),
  );
  await pressOn(page, message.getByRole('button', { name: 'Done', exact: true }));
  await page.getByText('Nothing left to do').waitFor();
};

const lookUpTheCall = async (page: Page): Promise<void> => {
  await goTo(page, 'c', 'Calls');
  await page.keyboard.press('/');
  await page.keyboard.type('bennett');
  const row = page.getByRole('table').getByRole('link', { name: 'Laura Bennett' });
  await pressOn(page, row);
  await page.getByText('Please call me back about my invoice.').first().waitFor();
};

const goToLunch = async (page: Page): Promise<void> => {
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' });
  await pressOn(page, page.getByRole('switch', { name: 'Available for calls' }), 'Space');
  await page.getByText('Switched off').waitFor();
};

test('a receptionist’s morning without a mouse', async () => {
  const { page, context, errors } = await openPage(browser);
  await signInByKeys(page, 'Olivia Martin');
  await takeTheCall(page);
  await writeItDown(page);
  await workTheVoicemails(page);
  await lookUpTheCall(page);
  await goToLunch(page);
  assert.deepEqual(errors, []);
  await context.close();
});
