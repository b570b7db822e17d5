import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 120 });

type Mailbox = { mails: { subject: string; text: string }[] };

const mailsTo = async (address: string): Promise<Mailbox['mails']> =>
  (await askSandbox<Mailbox>(demo, 'GET', `mailboxes/${encodeURIComponent(address)}`)).mails;

const firstMail = (address: string): Promise<Mailbox['mails'][number]> =>
  eventually(`a mail to ${address}`, async () => (await mailsTo(address))[0]);

/** The recording itself, not a picture of it: the audio element's clock moves. */
const plays = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('audio')].some((audio) => audio.currentTime > 0.2),
  );

const playsAt = (page: Page, speed: number): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const players = [...document.querySelectorAll<HTMLAudioElement>('audio[data-message]')];
    return players.length === 1 && players[0]?.playbackRate === wanted;
  }, speed);

type Journey = {
  language: 'en' | 'de';
  locale: string;
  patient: string;
  phone: string;
  receptionist: string;
  greeting: RegExp;
  sayLabel: string;
  words: string;
  voicemail: string;
  play: string;
  speed: string;
  mailbox: string;
  subject: RegExp;
};

const journeys: Journey[] = [
  {
    language: 'en',
    locale: 'en-US',
    patient: 'Robert Hughes',
    phone: 'Daniel Brooks',
    receptionist: 'Olivia Martin',
    greeting: /You have reached billing at Lakeside Dental/,
    sayLabel: 'Words to say',
    words: 'Please call me back about my invoice.',
    voicemail: 'Voicemail',
    play: 'Play',
    speed: 'Speed 1×',
    mailbox: 'billing@lakeside.example',
    subject: /voicemail/i,
  },
  {
    language: 'de',
    locale: 'de-DE',
    patient: 'Hans-Peter Zimmermann',
    phone: 'Stefan Krüger',
    receptionist: 'Miriam Schäfer',
    greeting: /Sie sind mit der Abrechnung/,
    sayLabel: 'Gesprochene Worte',
    words: 'Bitte rufen Sie mich wegen meiner Rechnung zurück.',
    voicemail: 'Mailbox',
    play: 'Abspielen',
    speed: 'Tempo 1×',
    mailbox: 'abrechnung@praxis-am-park.example',
    subject: /Sprachnachricht|Mailbox|Voicemail/,
  },
];

describe('nobody answers: a message, its text, and an e-mail', () => {
  for (const journey of journeys) {
    test(`in ${journey.language}`, async () => {
      const manager = demo.people.find((person) => person.name === journey.phone)!;
      await askSandbox(demo, 'PUT', `handsets/${encodeURIComponent(manager.phoneNumber)}/behaviour`, {
        onCall: 'busy',
      });

      const caller = await openPage(browser, { locale: journey.locale });
      const telephone = await takeTelephone(caller.page, demo, journey.patient);
      await telephone.getByTestId('dial').click();
      await telephone.getByTestId('key-1').waitFor();
      await telephone.getByTestId('line-digits').waitFor();
      await telephone.getByTestId('key-1').click();
      await telephone.getByText(journey.greeting).waitFor();
      await telephone.getByTestId('line-recording').waitFor();
      await telephone.getByLabel(journey.sayLabel).fill(journey.words);
      await caller.page.keyboard.press('Enter');
      await telephone.getByTestId('captions').getByText(journey.words).waitFor();
      await telephone.getByTestId('hang-up').click();

      const portal = await openPage(browser, { locale: journey.locale });
      await signIn(portal.page, demo, journey.receptionist, journey.language);
      await portal.page.getByRole('link', { name: journey.voicemail }).first().click();
      await portal.page.waitForURL(/\/voicemail/);
      await portal.page.getByRole('heading', { name: journey.voicemail, exact: true }).waitFor();
      await portal.page.getByText(journey.words).first().waitFor();
      await portal.page.getByRole('button', { name: journey.play, exact: true }).first().click();
      await plays(portal.page);
      await portal.page.getByRole('button', { name: journey.speed }).click();
      await playsAt(portal.page, 1.25);

      const mail = await firstMail(journey.mailbox);
      assert.match(mail.subject, journey.subject);
      assert.match(mail.text, new RegExp(`${demo.portal}/voicemail/`));
      const family = journey.patient.split(' ').at(-1);
      assert.ok(!`${mail.subject} ${mail.text}`.includes(family!), 'the e-mail names nobody');
      assert.ok(!mail.text.includes(journey.words), 'the e-mail does not hold the message');
      assert.deepEqual([...caller.errors, ...portal.errors], []);
      await Promise.all([caller.context.close(), portal.context.close()]);
    });
  }
});
