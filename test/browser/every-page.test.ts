import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { leaveTraces } from '../fixtures/traces.ts';
import {
  administrator,
  administratorsVisits,
  entrances,
  goTo,
  managers,
  pathsOfRouter,
  pictureOf,
  visits,
} from '../fixtures/visits.ts';

type Language = 'en' | 'de';

const patients = { en: 'Priya Patel', de: 'Hans-Peter Zimmermann' };

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });

const traces = { en: await leaveTraces(demo, 0), de: await leaveTraces(demo, 1) };

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words that the dictionaries lack appear as their keys; the placeholders of a template look alike. */
const missingWords = async (page: Page): Promise<string[]> => {
  const shown = await page.locator('body').innerText();
  const text = shown.replaceAll(/\{\{.*?\}\}/gs, '');
  const found = text.match(/(?<![\w@./-])[a-z]+[A-Za-z]*(\.[a-z][A-Za-z]*){1,4}(?![\w@./-])/g) ?? [];
  return found.filter((each) => !each.endsWith('.csv'));
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

/** Each language in light and dark, each of them on a wide and on a narrow screen. */
const looks: Look[] = [
  { name: 'English, light', language: 'en', colorScheme: 'light', viewport: screen, examined: true },
  { name: 'German, dark', language: 'de', colorScheme: 'dark', viewport: screen, examined: true },
  { name: 'German, light, phone', language: 'de', colorScheme: 'light', viewport: phone, examined: true },
  { name: 'English, dark, phone', language: 'en', colorScheme: 'dark', viewport: phone, examined: true },
  // German words are the longer ones.
  { name: 'German at 200 %', language: 'de', colorScheme: 'dark', viewport: enlarged, examined: false },
];

const lookAt = async ({ language, examined, colorScheme, viewport }: Look): Promise<void> => {
  const options = { locale: language, colorScheme, viewport };
  const clinicAt = (which: 0 | 1): string => `/clinics/${demo.clinics[which]!.id}`;
  // All that is wrong with a look is told at once.
  const faults: string[] = [];
  const check = async (page: Page, name: string): Promise<void> => {
    const found = [...(examined ? await accessibilityFaults(page) : []), ...(await missingWords(page))];
    if ((await overflow(page)) > 0) found.push('wider than the screen');
    faults.push(...found.map((each) => `${name}: ${each}`));
  };
  const visitAll = async (page: Page, addresses: string[]): Promise<void> => {
    for (const address of addresses) {
      await goTo(page, address);
      await check(page, address.replace(/^\/clinics\/[^/]+/, ''));
    }
  };

  const opened = await openPage(browser, options);
  await opened.page.goto(demo.portal);
  await opened.page.locator('input[type=password]').waitFor();
  await visitAll(
    opened.page,
    Object.values(entrances).flatMap((addresses) => addresses()),
  );
  await signIn(opened.page, demo, managers[language], language);
  const place = { clinic: clinicAt(language === 'en' ? 0 : 1), ...traces[language] };
  await visitAll(
    opened.page,
    Object.values(visits).flatMap((addresses) => addresses(place)),
  );
  const handset = await takeTelephone(opened.page, demo, patients[language]);
  await handset.getByTestId('dial').waitFor();
  await check(opened.page, 'telephones');

  const administrators = await openPage(browser, options);
  await signIn(administrators.page, demo, administrator, language);
  await visitAll(
    administrators.page,
    Object.values(administratorsVisits).flatMap((addresses) => addresses({ clinic: clinicAt(0) })),
  );
  assert.deepEqual([...faults, ...opened.errors, ...administrators.errors], []);
  await Promise.all([opened.context.close(), administrators.context.close()]);
};

describe('every page can be used by everybody', () => {
  test('no page of the router is left out', () => {
    assert.deepEqual(
      pathsOfRouter().filter(
        (path) => ![entrances, visits, administratorsVisits].some((each) => path in each),
      ),
      [],
    );
  });

  test('no page is left out of the guide', () => {
    const guide = readFileSync('docs/guide.md', 'utf8');
    const routes = Object.entries({ ...entrances, ...visits, ...administratorsVisits });
    const shown = routes.flatMap(([route, addresses]) =>
      addresses({ clinic: '', ...traces.en }).map((_address, index) => pictureOf(route, index)),
    );
    for (const name of shown) assert.ok(guide.includes(`(pictures/${name}.jpg)`), name);
    for (const [link] of guide.matchAll(/pictures\/[^)]+/g)) assert.ok(existsSync(`docs/${link}`), link);
  });

  test('less than 200 kB of packed script until the first page can be used', () => {
    const assets = 'dist/portal/assets';
    const html = readFileSync('dist/portal/index.html', 'utf8');
    const named = html.match(/(?<=assets\/)[^"]+\.js/g)!;
    const pages = ['frame', 'now-page', 'words.en'].map((name) =>
      readdirSync(assets).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))!,
    );
    // A set that grows while it is walked: what one script imports at once is loaded with it. What comes by import()
    // comes beside the page: numbering plans, rows with menus, the panels of a call.
    const needed = new Set([...named, ...pages]);
    for (const file of needed)
      for (const [, found] of readFileSync(`${assets}/${file}`, 'utf8').matchAll(
        /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g,
      ))
        needed.add(found!);
    const bytes = [...needed].reduce((sum, file) => sum + statSync(`${assets}/${file}.br`).size, 0);
    assert.ok(bytes > 100_000 && bytes < 200_000, `${bytes} bytes in ${needed.size} scripts`);
  });

  for (const look of looks) test(look.name, () => lookAt(look));
});
