import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Step } from '../../src/workflows/rules/steps.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

// How quick the editor is with 200 steps: `npm run bench:editor`. It drags one and types into one, and says how long the
// page was busy for each frame and each key. Figures, no bounds: they hang on the machine.

const demo = await startFrontdesk();
const browser = await openBrowser();

const note = (number: number): Step => ({
  id: `note-${number}`,
  do: 'CREATE_CALL_NOTE',
  text: `Note ${number}`,
});

/** 200 steps, half of them in conditions. */
const steps: Step[] = Array.from({ length: 40 }, (_, index): Step[] => [
  note(index * 4),
  note(index * 4 + 1),
  {
    id: `if-${index}`,
    do: 'CONDITION',
    if: { combinator: 'and', rules: [{ field: 'patient.vip', operator: '=', value: true }] },
    yes: [note(index * 4 + 2)],
    no: [note(index * 4 + 3)],
  },
]).flat();

/** How long the page was busy from the beginning of each frame until it could have been painted. */
const measureFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const busy: number[] = [];
    Object.assign(window, { busy });
    const frame = (): void => {
      const began = performance.now();
      const { port1, port2 } = new MessageChannel();
      // Comes after the frame's own work: scripts, styles, layout.
      port1.addEventListener('message', () => busy.push(performance.now() - began));
      port1.start();
      port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

const take = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { busy: number[] }).busy.splice(0));

const show = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => sorted[Math.ceil(sorted.length * share) - 1]!.toFixed(1).padStart(7);
  console.log(`${name.padEnd(24)}${at(0.5)}${at(0.95)}${at(1)} ms   ${sorted.length} frames`);
};

test('200 steps', async () => {
  const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await signIn(page, demo, 'Daniel Brooks');
  const clinicId = demo.clinics[0]!.id;
  const made = await page.evaluate(
    async ([path, definition]) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: '200 steps', definition }),
      });
      return (await answer.json()) as { id: string };
    },
    [
      `/api/v1/clinics/${clinicId}/workflows`,
      {
        trigger: { events: ['PATIENT_CREATED'] },
        purpose: 'care',
        reentry: { rule: 'always' },
        exits: [],
        steps,
      },
    ] as const,
  );
  await page.goto(new URL(`/clinics/${clinicId}/workflows/${made.id}/edit`, demo.portal).href);
  const first = page.getByRole('button', { name: /^Step 1: / });
  await first.waitFor();
  await page.getByText('No problems').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Step \d+: / }).count(), 200);

  await measureFrames(page);
  console.log(`${''.padEnd(24)}    p50    p95    max`);
  const box = (await first.boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 30);
  await page.mouse.down();
  await take(page);
  for (let turn = 0; turn < 6; turn += 1)
    await page.mouse.move(box.x + 200, box.y + 30 + (turn % 2 === 0 ? 400 : 10), { steps: 60 });
  show('a step is dragged', await take(page));
  await page.mouse.up();

  await page.getByRole('button', { name: /^Step 2: / }).click();
  const field = page.getByLabel('What the note says');
  await take(page);
  await field.pressSequentially(' and this is typed into it', { delay: 40 });
  show('a text is typed', await take(page));
});
