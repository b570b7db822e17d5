import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage, signIn, takeTelephone } from '../fixtures/browser.ts';
import { askSandbox, startFrontdesk } from '../fixtures/frontdesk-process.ts';
import { requestJson } from '../fixtures/installation-requests.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
await askSandbox(demo, 'PUT', 'settings', { speechCharactersPerSecond: 400 });

const { id: clinicId } = demo.clinics[0]!;
const api = `${demo.portal}/api/v1/clinics/${clinicId}`;

/** The gallery's workflow for emergencies, taken and published. */
const takeWorkflow = async (): Promise<void> => {
  const { email, password } = demo.signIns.find(({ name }) => name === 'Daniel Brooks')!;
  const body = { email, password };
  const { token } = await requestJson<{ token: string }>('POST', `${demo.portal}/api/v1/auth/token`, {
    body,
  });
  const made = await requestJson<{ id: string; revision: number }>('POST', `${api}/workflows`, {
    token,
    body: { name: 'Emergencies', templateKey: 'emergency-call' },
  });
  await requestJson('POST', `${api}/workflows/${made.id}/publish`, {
    token,
    body: { revision: made.revision, underWay: 'keep' },
  });
};

test('a key for emergencies: whoever presses it stands first, and the team knows at once', async () => {
  const manager = await openPage(browser);
  await signIn(manager.page, demo, 'Daniel Brooks');
  const bar = manager.page.getByRole('region', { name: 'Draft' });
  await manager.page.goto(`${demo.portal}/clinics/${clinicId}/routing?part=hours`);
  // Whatever day it is when this runs: the menu is heard.
  await manager.page.getByRole('radio', { name: 'the menu', exact: true }).check();
  await manager.page.getByRole('link', { name: 'Emergencies', exact: true }).click();
  await manager.page.getByRole('checkbox', { name: '3 Treatment' }).check();
  const sentence = manager.page.getByLabel('Try a sentence');
  await sentence.fill('There is no bleeding any more');
  await manager.page.getByText('No emergency word in it.').waitFor();
  await sentence.fill('My gum bleeds and it does not stop');
  await manager.page.getByText('An emergency, by the word “bleeding”.').waitFor();
  await bar.getByText('Draft saved').waitFor();
  await manager.page.getByTestId('try-3').click();
  await manager.page.getByTestId('preview-steps').getByText('An emergency: “Treatment” was chosen').waitFor();
  await bar.getByRole('button', { name: 'Show differences' }).click();
  await bar.getByText('Option “Treatment” · is for emergencies').waitFor();
  await bar.getByRole('button', { name: 'Publish' }).click();
  await bar.getByText('Published: calls follow what you see here').waitFor();
  await takeWorkflow();

  const desk = await openPage(browser);
  await signIn(desk.page, demo, 'Olivia Martin');
  const main = desk.page.getByRole('main');
  const caller = await openPage(browser);
  const telephone = await takeTelephone(caller.page, demo, 'Laura Bennett');
  await telephone.getByTestId('dial').click();
  await telephone.getByText('questions about a treatment').first().waitFor();
  await telephone.getByTestId('key-3').click();
  const live = main.getByTestId(/^live-call-/);
  await live.getByText('Emergency', { exact: true }).waitFor();

  await desk.page.goto(`${demo.portal}/clinics/${clinicId}/tasks`);
  await main.getByText('Emergency on the telephone: please look at once.').waitFor();
  await main.getByText('Emergency call: note what happened and what was advised.').waitFor();
  await main.getByText('Emergency: find an appointment today.').waitFor();

  // It turns out to be none; and it was one after all.
  await desk.page.goto(`${demo.portal}/clinics/${clinicId}/calls`);
  await main.getByRole('table').getByRole('link', { name: 'Laura Bennett' }).first().click();
  await main.getByText('Emergency: chose “Treatment”').waitFor();
  await main.getByRole('button', { name: 'No emergency' }).click();
  await main.getByText('Olivia Martin said that it is no emergency').waitFor();
  await main.getByRole('button', { name: 'Mark as emergency' }).click();
  await main.getByRole('paragraph').filter({ hasText: 'Olivia Martin marked the call' }).waitFor();
  await main.getByRole('button', { name: 'No emergency' }).waitFor();

  for (const { errors, context } of [manager, desk, caller]) {
    assert.deepEqual(errors, []);
    await context.close();
  }
});
