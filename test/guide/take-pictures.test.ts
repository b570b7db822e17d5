// Takes the pictures of docs/guide.md from a fresh demo: `npm run pictures`. Not part of `npm test`.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { KeyView } from '../../src/encryption/rules/key-view.ts';
import type { InstanceItem, WorkflowItem } from '../../src/workflows/rules/workflow-views.ts';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { testDatabase, urlOfDatabase } from '../fixtures/database.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import { telephoneAt } from '../fixtures/installation-telephones.ts';
import { leaveTraces } from '../fixtures/traces.ts';
import {
  administrator,
  administratorsVisits,
  entrances,
  goTo,
  managers,
  pictureOf,
  visits,
} from '../fixtures/visits.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/pictures');
const screen = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

// With the two weeks that have happened there, which only a demo that is made from nothing has.
const { connection } = await testDatabase();
const demo = await startFrontdesk({ DEMO: 'true', DATABASE_URL: urlOfDatabase(connection) });
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });
const traces = [await leaveTraces(demo, 0), await leaveTraces(demo, 1)] as const;
const clinicAt = (which: 0 | 1): string => `/clinics/${demo.clinics[which]!.id}`;
const place = (which: 0 | 1) => ({ clinic: clinicAt(which), ...traces[which], ...flow });
/** The workflow through which most have gone, and one of them: its pages have something to show. */
const mostUsed = async () => {
  const { email, password } = demo.signIns.find(({ name }) => name === managers.en)!;
  const api = `${demo.portal}/api/v1`;
  const { token } = await requestJson<{ token: string }>('POST', `${api}/auth/token`, {
    body: { email, password },
  });
  const ask = <T>(resource: string): Promise<T> =>
    requestJson<T>('GET', `${api}${clinicAt(0)}/${resource}`, { token });
  const { workflows } = await ask<{ workflows: WorkflowItem[] }>('workflows');
  const [{ id: workflowId }] = workflows.toSorted(
    (one, other) => other.instances.done - one.instances.done,
  ) as [WorkflowItem];
  const { instances } = await ask<{ instances: InstanceItem[] }>(
    `workflow-instances?workflowId=${workflowId}`,
  );
  // Whoever is through already has the longest story.
  const one = instances.find(({ status }) => status === 'done') ?? instances[0];
  if (one !== undefined) return { workflowId, instanceId: one.id };
  return { workflowId: traces[0].workflowId, instanceId: traces[0].instanceId };
};
const flow = await mostUsed();
const telephoneOf = (name: string) =>
  telephoneAt(demo.sandbox.baseUrl, demo.people.find((person) => person.name === name)!.phoneNumber);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Waits until nothing moves, so that no picture shows a page half there. */
const take = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(400);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map((each) => each.finished.catch(() => {})),
    ),
  );
  await page.screenshot({ path: path.join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
};

/** The key of this run lies in a folder that is gone after it; the guide shows where it lies at a clinic. */
const hideFolder = (page: Page): Promise<unknown> =>
  page.route('**/api/v1/installation/encryption', async (route) => {
    const response = await route.fetch();
    const view = (await response.json()) as KeyView;
    await route.fulfill({ response, json: { ...view, file: '/srv/frontdesk/data/encryption.key' } });
  });

test('every page before the sign-in', async () => {
  const { page, context } = await openPage(browser, { viewport: screen });
  await page.goto(demo.portal);
  for (const [route, addresses] of Object.entries(entrances)) {
    for (const [index, address] of addresses().entries()) {
      await goTo(page, address);
      await take(page, pictureOf(route, index));
    }
  }
  await context.close();
});

test('every page of the portal', async () => {
  for (const [name, pages] of [
    [managers.en, visits],
    [administrator, administratorsVisits],
  ] as const) {
    const { page, context } = await openPage(browser, { viewport: screen });
    await signIn(page, demo, name);
    await hideFolder(page);
    for (const [route, addresses] of Object.entries(pages)) {
      for (const [index, address] of addresses(place(0)).entries()) {
        await goTo(page, address);
        await take(page, pictureOf(route, index));
      }
    }
    await context.close();
  }
});

test('a call that rings, a search, a telephone in the hand, the dark, German', async () => {
  const { page, context } = await openPage(browser, { viewport: screen });
  await signIn(page, demo, 'Olivia Martin');
  const caller = telephoneOf('Priya Patel');
  await caller.dial(demo.clinics[0]!.phoneNumber);
  await caller.press('1');
  await page.getByTestId('screen-pop').getByText('Priya Patel').first().waitFor();
  await take(page, 'screen-pop');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Hold', exact: true }).waitFor();
  await take(page, 'in-a-call');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog');
  await search.getByRole('textbox').fill('bennett');
  await search
    .getByRole('button', { name: /Laura Bennett/ })
    .first()
    .waitFor();
  await take(page, 'search');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hang up' }).click();
  await page.setViewportSize(phone);
  await goTo(page, `${clinicAt(0)}/now`);
  await take(page, 'now-on-a-phone');
  await takeTelephone(page, demo, 'Laura Bennett');
  await page.setViewportSize(screen);
  await take(page, 'telephones');
  await context.close();

  const dark = await openPage(browser, { viewport: screen, locale: 'de', colorScheme: 'dark' });
  await signIn(dark.page, demo, managers.de, 'de');
  await goTo(dark.page, `${clinicAt(1)}/now`);
  await take(dark.page, 'now-german-dark');
  await dark.context.close();
});
