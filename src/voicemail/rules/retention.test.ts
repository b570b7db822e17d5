import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptUntil } from './retention.ts';

const at = (text: string) => Temporal.Instant.from(text);
const receivedAt = at('2026-11-21T09:00:00Z');

test('a message is kept as long as the clinic keeps messages, a deleted one for a day at most', () => {
  const table: [number, string | null, string][] = [
    [90, null, '2027-02-19T09:00:00Z'],
    [90, '2026-11-25T12:00:00Z', '2026-11-26T12:00:00Z'],
    [7, '2026-11-28T08:00:00Z', '2026-11-28T09:00:00Z'],
  ];
  for (const [retentionDays, binned, until] of table) {
    const binnedAt = binned === null ? null : at(binned);
    assert.equal(keptUntil({ receivedAt, retentionDays, binnedAt }).toString(), until);
  }
});
