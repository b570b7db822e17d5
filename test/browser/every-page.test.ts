import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { routingParts } from '../../web/routing/routing-parts.ts';
import { leaveTraces, type Traces } from '../fixtures/traces.ts';

type Language = 'en' | 'de';
type Place = Traces & { clinic: string };

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });

const managerNames = { en: 'Daniel Brooks', de: 'Stefan Krüger' };
/** Whoever looks after the installation: the owner of its first clinic. */
const administrator = 'Margaret Chen';
const patients = { en: 'Priya Patel', de: 'Hans-Peter Zimmermann' };
const traces = { en: await leaveTraces(demo, 0), de: await leaveTraces(demo, 1) };

/** Where each path of the router is looked at; none for those that only lead on. */
const visits: Record<string, (at: Place) => string[]> = {
  'sign-in': () => [],
  '/': () => [],
  'clinics/$clinicId': () => [],
  now: ({ clinic }) => [`${clinic}/now`],
  calls: ({ clinic }) => [`${clinic}/calls`],
  'calls/$callId': ({ clinic, callId }) => [`${clinic}/calls/${callId}`],
  voicemail: ({ clinic }) => [`${clinic}/voicemail`],
  'voicemail/$voicemailId': ({ clinic, voicemailId }) => [`${clinic}/voicemail/${voicemailId}`],
  patients: ({ clinic }) => [`${clinic}/patients`],
  'patients/new': ({ clinic }) => [`${clinic}/patients/new`],
  'patients/$patientId': ({ clinic, patientId }) => [`${clinic}/patients/${patientId}`],
  'patients/import': ({ clinic }) => [`${clinic}/patients/import`],
  'patients/import/$importId': ({ clinic, importIds }) =>
    importIds.map((id) => `${clinic}/patients/import/${id}`),
  'patients/duplicates': ({ clinic }) => [`${clinic}/patients/duplicates`],
  routing: ({ clinic }) => routingParts.map((part) => `${clinic}/routing?part=${part}`),
  settings: ({ clinic }) => [`${clinic}/settings`],
  clinic: ({ clinic }) => [`${clinic}/settings/clinic`],
  audit: ({ clinic }) => [`${clinic}/settings/audit`],
};

/** Pages about the whole installation; managers of a clinic do not see them. */
const administratorsVisits: Record<string, (at: { clinic: string }) => string[]> = {
  carrier: ({ clinic }) => [`${clinic}/settings/carrier`],
  mail: ({ clinic }) => [`${clinic}/settings/mail`],
  speech: ({ clinic }) => [`${clinic}/settings/speech`],
  encryption: ({ clinic }) => [`${clinic}/settings/encryption`],
};

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** An experimental rule of axe: it takes the initials in the account button for words that its name lacks. */
const notRules = ['label-content-name-mismatch'];

const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).disableRules(notRules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words that the dictionaries lack appear as their keys. */
const missingWords = async (page: Page): Promise<string[]> => {
  const text = await page.locator('body').innerText();
  return text.match(/(?<![\w@./-])[a-z]+[A-Za-z]*(\.[a-z][A-Za-z]*){1,4}(?![\w@./-])/g) ?? [];
};

/** To another page as a link does it, without loading the portal anew. */
const go = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, [aria-busy=true]') === null,
  );
};

type Look = {
  name: string;
  language: Language;
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
  /** with axe; the rest asks only whether everything fits */
  examined: boolean;
};

const screen = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** 200 % of a screen 1280 pixels wide leaves a window of 640. */
const enlarged = { width: 640, height: 400 };

const looks: Look[] = [
  { name: 'English, light', language: 'en', colorScheme: 'light', viewport: screen, examined: true },
  { name: 'English, dark', language: 'en', colorScheme: 'dark', viewport: screen, examined: true },
  { name: 'German, light', language: 'de', colorScheme: 'light', viewport: screen, examined: true },
  { name: 'German, dark', language: 'de', colorScheme: 'dark', viewport: screen, examined: true },
  // German words are the longer ones.
  { name: 'on a telephone', language: 'de', colorScheme: 'light', viewport: phone, examined: true },
  { name: 'at 200 %', language: 'de', colorScheme: 'dark', viewport: enlarged, examined: false },
  {
    name: 'English on a telephone',
    language: 'en',
    colorScheme: 'dark',
    viewport: phone,
    examined: false,
  },
];

const lookAt = async ({ language, examined, colorScheme, viewport }: Look): Promise<void> => {
  const options = { locale: language, colorScheme, viewport };
  const clinicAt = (which: 0 | 1): string => `/clinics/${demo.clinics[which]!.id}`;
  const check = async (page: Page, name: string): Promise<void> => {
    if (examined) assert.deepEqual(await findings(page), [], name);
    assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen`);
    assert.deepEqual(await missingWords(page), [], name);
  };
  const visitAll = async (page: Page, addresses: string[]): Promise<void> => {
    for (const address of addresses) {
      await go(page, address);
      await check(page, address.replace(/^\/clinics\/[^/]+/, ''));
    }
  };

  const managers = await openPage(browser, options);
  await managers.page.goto(demo.portal);
  await managers.page.locator('input[type=password]').waitFor();
  await check(managers.page, 'sign-in');
  await signIn(managers.page, demo, managerNames[language], language);
  const place = { clinic: clinicAt(language === 'en' ? 0 : 1), ...traces[language] };
  await visitAll(
    managers.page,
    Object.values(visits).flatMap((addresses) => addresses(place)),
  );
  const handset = await takeTelephone(managers.page, demo, patients[language]);
  await handset.getByTestId('dial').waitFor();
  await check(managers.page, 'telephones');

  const administrators = await openPage(browser, options);
  await signIn(administrators.page, demo, administrator, language);
  await visitAll(
    administrators.page,
    Object.values(administratorsVisits).flatMap((addresses) => addresses({ clinic: clinicAt(0) })),
  );
  assert.deepEqual([...managers.errors, ...administrators.errors], []);
  await Promise.all([managers.context.close(), administrators.context.close()]);
};

describe('every page can be used by everybody', () => {
  test('no page of the router is left out', () => {
    const router = readFileSync(new URL('../../web/app/router.tsx', import.meta.url), 'utf8');
    const paths = new Set([...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!));
    assert.deepEqual(
      [...paths].filter((path) => !(path in visits || path in administratorsVisits)),
      [],
    );
  });

  for (const look of looks) test(look.name, () => lookAt(look));
});
