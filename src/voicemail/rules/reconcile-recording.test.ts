import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideRepair, type KnownVoicemail, type Repair } from './reconcile-recording.ts';

const now = Temporal.Instant.from('2026-11-21T09:00:00Z');
const recording = (ageMinutes: number, durationSeconds = 20) => ({
  durationSeconds,
  createdAt: now.subtract({ minutes: ageMinutes }),
});
const known = (more: Partial<NonNullable<KnownVoicemail>>): KnownVoicemail => ({
  audio: 'ready',
  transcription: 'done',
  deleted: false,
  ...more,
});

test('what is done about a recording that still lies at the carrier', () => {
  const table: [string, ReturnType<typeof recording>, KnownVoicemail, Repair][] = [
    ['new: its callbacks may be under way', recording(1), null, 'leave'],
    ['no callback came', recording(3), null, 'receive'],
    ['no callback came for most of a day', recording(1400), null, 'receive'],
    ['still being spoken', recording(4, 0), null, 'leave'],
    ['no length, but surely over', recording(10, 0), null, 'receive'],
    ['being fetched', recording(2), known({ audio: 'pending' }), 'leave'],
    ['never fetched', recording(3), known({ audio: 'pending', transcription: 'pending' }), 'fetch'],
    ['was not there, and now is', recording(5), known({ audio: 'failed' }), 'fetch'],
    [
      'the carrier may still have to write it down',
      recording(5),
      known({ transcription: 'pending' }),
      'leave',
    ],
    ['ours, but kept there as well', recording(5), known({}), 'release'],
    ['ours, and no transcript will come', recording(5), known({ transcription: 'failed' }), 'release'],
    ['deleted here', recording(5), known({ deleted: true, audio: 'pending' }), 'release'],
  ];
  for (const [what, listed, voicemail, repair] of table)
    assert.equal(decideRepair(listed, voicemail, now), repair, what);
});
