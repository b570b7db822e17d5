import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildWebIfStale } from '../../bin/build-web.ts';
import { messagesOnTrial } from '../../src/patient-page/messages-on-trial.ts';
import { inClinic } from '../../src/platform/database/database.ts';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage } from '../fixtures/browser.ts';
import { startDemoApp } from '../fixtures/demo-app.ts';

await buildWebIfStale();
const app = await startDemoApp();
const browser = await openBrowser();

const check = async (page: Page, what: string): Promise<void> => {
  assert.deepEqual(await accessibilityFaults(page), [], what);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what}: fits`);
};

/** A mother with one appointment of her own, and a text message to her with both links. */
const writeTo = async (
  which: 0 | 1,
  language: 'en' | 'de',
): Promise<{ page: string; unsubscribe: string }> => {
  const { clinic, carrier, send, template } = messagesOnTrial(app, which);
  const mother = await inClinic(app.database, clinic.id, async (trx) => {
    await trx.deleteFrom('appointments').execute();
    const { guardian_id: id } = await trx
      .selectFrom('patient_guardians')
      .select('guardian_id')
      .where('speaks_for', '=', true)
      .executeTakeFirstOrThrow();
    const { id: practitioner_id } = await trx
      .selectFrom('practitioners')
      .select('id')
      .executeTakeFirstOrThrow();
    const starts_at = app.clock.now().add({ hours: 48 });
    const times = { starts_at, ends_at: starts_at.add({ minutes: 30 }), updated_at: app.clock.now() };
    await trx
      .insertInto('appointments')
      .values({
        clinic_id: clinic.id,
        id: randomUUIDv7(),
        patient_id: id,
        practitioner_id,
        ...times,
        reason: 'Check-up',
      })
      .execute();
    return id;
  });
  const body = '{{ link.page }} {{ link.unsubscribe }}';
  const templateId = await template({ [language]: { subject: null, body } }, 'care', 'sms');
  await send({ to: { patientId: mother }, channel: 'sms', content: { templateId } });
  const [page, unsubscribe] = carrier.sent.at(-1)!.body.split(' ');
  return { page: page!, unsubscribe: unsubscribe! };
};

const words = {
  en: {
    confirm: 'Confirm',
    confirmed: 'Confirmed',
    newTime: 'Another time',
    ask: 'Ask for another time',
    asked: /You have asked for another time/,
    write: 'Write to us',
    send: 'Send',
    email: 'E-mails',
    stop: 'Unsubscribe',
    stopped: /^Done/,
    undo: 'Undo',
    undone: /You receive these messages again/,
    over: 'This link does not work any more',
  },
  de: {
    confirm: 'Bestätigen',
    confirmed: 'Bestätigt',
    newTime: 'Andere Zeit',
    ask: 'Um eine andere Zeit bitten',
    asked: /Sie haben um eine andere Zeit gebeten/,
    write: 'Schreiben Sie uns',
    send: 'Senden',
    email: 'E-Mails',
    stop: 'Abbestellen',
    stopped: /^Erledigt/,
    undo: 'Rückgängig machen',
    undone: /Sie erhalten diese Nachrichten wieder/,
    over: 'Dieser Link gilt nicht mehr',
  },
};

const looks = [
  { language: 'en', which: 0, colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { language: 'de', which: 1, colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
] as const;

for (const { language, which, ...look } of looks)
  test(`a patient answers on their page, writes, chooses and unsubscribes (${language}, ${look.colorScheme})`, async () => {
    const links = await writeTo(which, language);
    const say = words[language];
    const { page, context, errors } = await openPage(browser, { ...look, locale: language });
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    await page.goto(links.page);
    await button(say.confirm).click();
    await page.getByText(`✓ ${say.confirmed}`).waitFor();
    await check(page, 'page');
    await button(say.newTime).click();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('08:00');
    await button(say.ask).click();
    await page.getByText(say.asked).waitFor();
    await page.getByLabel(say.write).fill('Hallo & <b>hello</b>');
    await button(say.send).click();
    await page.getByText('Hallo & <b>hello</b>').waitFor();
    // At once, while the page still takes note of the first.
    await page.getByLabel(say.write).fill('08:30?');
    await button(say.send).click();
    await page.getByRole('listitem').getByText('08:30?').waitFor();
    const email = page.getByLabel(say.email, { exact: true });
    await email.click();
    await page.waitForFunction((name) => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name);
      return label?.querySelector('input')?.checked === false;
    }, say.email);
    assert.equal(await page.locator('html').getAttribute('lang'), language);

    await page.goto(links.unsubscribe);
    await button(say.stop).click();
    await page.getByText(say.stopped).waitFor();
    await check(page, 'unsubscribed');
    await button(say.undo).click();
    await page.getByText(say.undone).waitFor();
    assert.deepEqual(errors, []);

    await page.goto(`${app.url}/l/${'A'.repeat(16)}`);
    await page.getByRole('heading', { name: say.over }).waitFor();
    await check(page, 'over');
    await context.close();
  });
