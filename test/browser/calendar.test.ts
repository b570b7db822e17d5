import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseFrom, openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { startFrontdesk } from '../fixtures/frontdesk-process.ts';

const demo = await startFrontdesk();
const browser = await openBrowser();
/** A day on which nobody has an appointment. */
const day = '2031-01-06';

const openCalendar = async (name: string) => {
  const opened = await openPage(browser);
  await signIn(opened.page, demo, name);
  await opened.page.goto(`${demo.portal}/clinics/${demo.clinics[0]!.id}/calendar?day=${day}`);
  await opened.page.getByRole('heading', { name: 'Dr. Samuel Okafor' }).waitFor();
  return opened;
};

test('an appointment is made, moved by keyboard and by mouse, confirmed and cancelled, and a colleague sees it live', async () => {
  const [desk, colleague] = [await openCalendar('Olivia Martin'), await openCalendar('James Wilson')];
  const { page } = desk;
  await page.getByRole('button', { name: 'New appointment' }).click();
  await page.getByRole('searchbox', { name: 'Find the person' }).fill('Laura');
  await page.getByRole('button', { name: /^Laura Bennett/ }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Loose wire');
  await page.getByRole('button', { name: 'Make the appointment for Laura Bennett' }).click();
  const at = (name: RegExp) => page.getByRole('button', { name });
  const seen = (name: RegExp) => colleague.page.getByRole('button', { name }).waitFor();
  await seen(/^Laura Bennett, 9:00\sAM to 9:30\sAM, Loose wire, Dr. Margaret Chen, Unconfirmed/);

  await at(/^Laura Bennett, 9:00/).focus();
  for (const key of ['m', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await seen(/^Laura Bennett, 9:30\sAM to 10:00\sAM, .*Dr. Samuel Okafor/);

  const block = (await at(/^Laura Bennett, 9:30/).boundingBox())!;
  await page.mouse.move(block.x + 40, block.y + 8);
  await page.mouse.down();
  await page.mouse.move(block.x + 40, block.y + 50, { steps: 6 });
  await page.mouse.move(block.x + 40, block.y + 8 + 84, { steps: 4 }); // an hour lower
  await page.mouse.up();
  await seen(/^Laura Bennett, 10:30\sAM to 11:00\sAM, .*Dr. Samuel Okafor/);

  await at(/^Laura Bennett, 10:30/).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await seen(/^Laura Bennett, .*Confirmed$/);
  await chooseFrom(
    page.getByRole('button', { name: 'Cancel', exact: true }),
    page.getByRole('menuitem', { name: 'The patient cancels' }),
  );
  await colleague.page.getByText('Show cancelled (1)').waitFor();
  await page.getByText('Cancelled by the patient').waitFor();
  assert.deepEqual([...desk.errors, ...colleague.errors], []);
});
