import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import { goTo } from '../fixtures/visits.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();

const offer = {
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'marketing',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    {
      id: 'offer',
      do: 'SEND',
      channel: 'email',
      content: {
        text: { en: 'A whiter smile this autumn.', de: 'Ein Lächeln für den Herbst.' },
        subject: { en: 'For you', de: 'Für Sie' },
      },
    },
  ],
};

type Slot = { practitioner: { id: string }; type: { id: string } };

/** An offer to somebody new who agreed to nothing, begun by their first appointment. */
const leaveSomebodyOut = async (which: 0 | 1, manager: string) => {
  const { email, password } = demo.signIns.find(({ name }) => name === manager)!;
  const api = `${demo.portal}/api/v1`;
  const { token } = await requestJson<{ token: string }>('POST', `${api}/auth/token`, {
    body: { email, password },
  });
  const clinic = `${api}/clinics/${demo.clinics[which]!.id}`;
  const get = <T>(path: string): Promise<T> => requestJson<T>('GET', `${clinic}/${path}`, { token });
  const post = <T>(path: string, body: object): Promise<T> =>
    requestJson<T>('POST', `${clinic}/${path}`, { token, body });
  const made = await post<{ id: string; revision: number }>('workflows', {
    name: 'Offer',
    definition: offer,
  });
  await post(`workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const { appointments } = await get<{ appointments: Slot[] }>(
    `appointments?from=${day(-3).slice(0, 10)}&to=${day(9).slice(0, 10)}`,
  );
  const { id: patientId } = await post<{ id: string }>('patients', {
    givenName: 'Robin',
    familyName: 'Vale',
    emails: [{ email: 'robin.vale@mail.example' }],
  });
  const { practitioner, type } = appointments[0]!;
  await post('appointments', {
    patientId,
    practitionerId: practitioner.id,
    typeId: type.id,
    startsAt: day(6),
  });
  const instanceId = await eventually('the offer is left out', async () => {
    const { instances } = await get<{ instances: { id: string }[] }>(
      `workflow-instances?workflowId=${made.id}`,
    );
    const id = instances[0]?.id;
    if (id === undefined) return undefined;
    const { executions } = await get<{ executions: { message: { status: string } | null }[] }>(
      `workflow-instances/${id}`,
    );
    return executions.some(({ message }) => message?.status === 'withheld') ? id : undefined;
  });
  const { items } = await get<{ items: { id: string; channel: string }[] }>(
    `conversations?status=all&patientId=${patientId}`,
  );
  const { id: conversationId } = items.find(({ channel }) => channel === 'email')!;
  return { clinic: `/clinics/${demo.clinics[which]!.id}`, patientId, instanceId, conversationId };
};

const words = {
  en: { manager: 'Daniel Brooks', ask: 'Why?', rule: 'Marketing needs consent' },
  de: { manager: 'Stefan Krüger', ask: 'Warum?', rule: 'Werbung braucht eine Einwilligung' },
} as const;

/** One click, and the rule that stood in the way is there. */
const asksWhy = async (page: Page, language: 'en' | 'de'): Promise<void> => {
  const { ask, rule } = words[language];
  await page.locator('main').getByRole('button', { name: ask, exact: true }).first().click();
  await page.getByText(rule).first().waitFor();
};

for (const [which, language] of [
  [0, 'en'],
  [1, 'de'],
] as const)
  test(`why somebody got nothing is one click on the person, the message and the workflow, in ${language}`, async () => {
    const { manager } = words[language];
    const at = await leaveSomebodyOut(which, manager);
    const { page, context, errors } = await openPage(browser, {
      locale: language === 'en' ? 'en-US' : 'de-DE',
    });
    await signIn(page, demo, manager, language);
    for (const address of [
      `${at.clinic}/patients/${at.patientId}?show=message`,
      `${at.clinic}/messages?show=all&with=${at.conversationId}`,
      `${at.clinic}/workflows/instances/${at.instanceId}`,
    ]) {
      await goTo(page, address);
      await asksWhy(page, language);
    }
    assert.deepEqual(errors, []);
    await context.close();
  });
