import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { hearsSound, openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 120 });

type Journey = {
  language: 'en' | 'de';
  locale: string;
  patient: string;
  patientShown: RegExp;
  billing: string;
  colleague: string;
  menu: RegExp;
  accept: string;
  transfer: string;
  calls: string;
  told: RegExp[];
};

const journeys: Journey[] = [
  {
    language: 'en',
    locale: 'en-US',
    patient: 'Laura Bennett',
    patientShown: /Laura Bennett/,
    billing: 'Olivia Martin',
    colleague: 'James Wilson',
    menu: /For billing, press 1/,
    accept: 'Accept',
    transfer: 'Transfer',
    calls: 'Calls',
    told: [/Billing/, /Olivia Martin/, /James Wilson/],
  },
  {
    language: 'de',
    locale: 'de-DE',
    patient: 'Hans-Peter Zimmermann',
    patientShown: /Hans-Peter Zimmermann/,
    billing: 'Miriam Schäfer',
    colleague: 'Elif Yıldız',
    menu: /Für die Abrechnung drücken Sie die 1/,
    accept: 'Annehmen',
    transfer: 'Weiterleiten',
    calls: 'Anrufe',
    told: [/Abrechnung/, /Miriam Schäfer/, /Elif Yıldız/],
  },
];

describe('a call, from the patient’s telephone to the log', () => {
  for (const journey of journeys) {
    test(`in ${journey.language}`, async () => {
      const caller = await openPage(browser, { locale: journey.locale });
      const first = await openPage(browser, { locale: journey.locale });
      const second = await openPage(browser, { locale: journey.locale });
      await signIn(first.page, demo, journey.billing, journey.language);
      await signIn(second.page, demo, journey.colleague, journey.language);

      const telephone = await takeTelephone(caller.page, demo, journey.patient);
      await telephone.getByTestId('dial').click();
      await telephone.getByText(journey.menu).waitFor();
      await telephone.getByTestId('key-1').click();

      const pop = first.page.getByTestId('screen-pop');
      await pop.getByText(journey.patientShown).first().waitFor();
      await first.page.getByRole('button', { name: journey.accept }).click();
      await Promise.all([hearsSound(first.page), hearsSound(caller.page)]);

      await first.page.getByRole('button', { name: journey.transfer, exact: true }).click();
      await first.page.getByRole('button', { name: new RegExp(journey.colleague) }).click();
      await second.page.getByRole('button', { name: journey.accept }).click();
      await Promise.all([hearsSound(second.page), hearsSound(caller.page)]);

      await telephone.getByTestId('hang-up').click();
      await telephone.getByTestId('dial').waitFor();

      await first.page.getByRole('link', { name: journey.calls, exact: true }).click();
      // The page before names the patient too, and stands until the list is there: only the list is a table.
      const log = first.page.getByRole('table');
      await log.getByRole('link', { name: journey.patientShown }).first().click();
      await first.page.getByRole('heading', { name: journey.patientShown }).waitFor();
      for (const words of journey.told) await first.page.getByText(words).first().waitFor();
      assert.deepEqual([...caller.errors, ...first.errors, ...second.errors], []);
      await Promise.all([caller.context.close(), first.context.close(), second.context.close()]);
    });
  }
});
