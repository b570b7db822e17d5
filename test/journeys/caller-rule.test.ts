import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import type { DraftView } from '../../src/routing/rules/draft-view.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startInstallation } from '../fixtures/installation.ts';

const world = await startInstallation();
const { english } = world;
const laura = english.telephone('Laura Bennett');
const robert = english.telephone('Robert Hughes');
const olivia = await english.staff('Olivia Martin');
const manager = await english.staff('Daniel Brooks');

/** VIPs are put through to Olivia, whatever the hour. */
const publishRule = async (): Promise<void> => {
  const { document, revision } = await manager.api.get<DraftView>('routing/draft');
  const when = { vip: true, language: null, balanceOverCents: null, phases: [] };
  const route = { type: 'staff' as const, staffId: olivia.staffId };
  const callerRules = [{ id: randomUUIDv7(), name: 'VIPs', when, alsoClosed: true, route }];
  const draft = await manager.api.put<DraftView>('routing/draft', {
    document: { ...document, settings: { ...document.settings, callerRules } },
    revision,
  });
  await manager.api.post('routing/draft/publish', { revision: draft.revision });
};

test('a VIP is put through without hearing the menu; everybody else hears it', async () => {
  await olivia.open();
  const found = await manager.api.get<{ patients: { id: string }[] }>('patients?q=Laura%20Bennett');
  const path = `patients/${found.patients[0]!.id}`;
  const { revision } = await manager.api.get<{ revision: number }>(path);
  await manager.api.patch(path, { vip: true, revision });
  await publishRule();

  await laura.dial(english.phoneNumber);
  const ringing = await olivia.takeCall();
  await laura.waitFor('bridged');
  assert.doesNotMatch(laura.events.heard, /press 1/);
  const callId = ringing.parameters!['callId']!;
  const { steps } = await manager.api.story(callId);
  assert.deepEqual(
    steps.slice(0, 3).map(({ kind, reason, staff }) => [kind, reason, staff?.name ?? null]),
    [
      ['incoming', steps[0]!.reason, null],
      ['caller-rule', 'staff', null],
      ['ringing', 'staff-priority', 'Olivia Martin'],
    ],
  );
  assert.equal(steps[1]!.detail['rule'], 'VIPs');
  await laura.hangUp();
  await eventually('the call to be over', async () => (await manager.api.now()).calls.length === 0);

  await robert.dial(english.phoneNumber);
  await robert.hears('press 1');
  await robert.hangUp();
});
