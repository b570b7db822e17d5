// What the other tests find nothing wrong with has been looked at: also the second time on the same page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFaults } from '../fixtures/accessibility.ts';
import { openBrowser, openPage } from '../fixtures/browser.ts';

const browser = await openBrowser();

test('a fault that comes to a page that was looked at before is found, and gone when it is mended', async () => {
  const { page } = await openPage(browser);
  await page.setContent('<html lang="en"><title>Page</title><main><h1>Page</h1></main></html>');
  assert.deepEqual(await accessibilityFaults(page), []);

  const change = (contents: string): Promise<void> =>
    page.evaluate((html) => {
      document.querySelector('main')!.innerHTML = html;
    }, contents);
  await change('<button></button><p style="color: #aaa">Pale</p>');
  const found = await accessibilityFaults(page);
  const rules = new Set(found.map((fault) => fault.split(':')[0]));
  assert.deepEqual(rules, new Set(['button-name', 'color-contrast']));

  await change('<button>Save</button><p>Dark</p>');
  assert.deepEqual(await accessibilityFaults(page), []);
});
