import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** An experimental rule of axe: it takes the initials in the account button for words that its name lacks. */
const notRules = ['label-content-name-mismatch'];

const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).disableRules(notRules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const people = { en: 'James Wilson', de: 'Elif Yıldız' };
const managers = { en: 'Daniel Brooks', de: 'Stefan Krüger' };
const routing = {
  en: {
    page: 'Routing',
    parts: [
      'Numbers',
      'Hours and holidays',
      'Departments',
      'People',
      'Greetings and voicemail',
      'Switches',
      'History',
      'Menu',
    ],
    more: 'Billing',
  },
  de: {
    page: 'Anrufwege',
    parts: [
      'Rufnummern',
      'Zeiten und Feiertage',
      'Abteilungen',
      'Personen',
      'Ansagen und Mailbox',
      'Schalter',
      'Verlauf',
      'Menü',
    ],
    more: 'Abrechnung',
  },
};
const patients = { en: 'Priya Patel', de: 'Hans-Peter Zimmermann' };
const pages = {
  en: ['Calls', 'Voicemail', 'Routing', 'Now'],
  de: ['Anrufe', 'Mailbox', 'Anrufwege', 'Jetzt'],
};
const viewports = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

describe('every page can be used by everybody', () => {
  for (const language of ['en', 'de'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of viewports) {
        test(`${language}, ${colorScheme}, ${viewport.width} pixels wide`, async () => {
          const { page, context } = await openPage(browser, { locale: language, colorScheme, viewport });
          const check = async (name: string): Promise<void> => {
            assert.deepEqual(await findings(page), [], name);
            assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen`);
          };
          await page.goto(demo.portal);
          await page.locator('input[type=password]').waitFor();
          await check('sign-in');
          await signIn(page, demo, people[language], language);
          for (const name of pages[language]) {
            await page.getByRole('link', { name, exact: true }).first().click();
            await page.getByRole('heading').first().waitFor();
            await check(name);
          }
          const telephone = await takeTelephone(page, demo, patients[language]);
          await telephone.getByTestId('dial').waitFor();
          await check('telephones');
          await context.close();
        });
      }
    }
  }

  for (const language of ['en', 'de'] as const) {
    for (const viewport of viewports) {
      test(`${language}, ${viewport.width} pixels wide, with all that a manager may change`, async () => {
        const { page, context } = await openPage(browser, { locale: language, viewport });
        await signIn(page, demo, managers[language], language);
        await page.getByRole('link', { name: routing[language].page, exact: true }).click();
        const { parts, more } = routing[language];
        for (const part of parts) {
          await page.getByRole('link', { name: part, exact: true }).click();
          await page.getByTestId('preview-steps').getByRole('listitem').first().waitFor();
          // The last one is the menu; one of its options is opened, to be changed.
          if (part === parts.at(-1))
            await page.getByRole('button', { name: more, expanded: false }).first().click();
          assert.deepEqual(await findings(page), [], part);
          assert.ok((await overflow(page)) <= 0, `${part} is wider than the screen`);
        }
        await context.close();
      });
    }
  }
});
