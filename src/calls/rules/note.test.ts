import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newInboundCall, type Phase } from './call-state.ts';
import { end } from './end.ts';
import { phaseAfterNote, type Note } from './note.ts';

const call = (phase: Phase) => ({ ...newInboundCall('en'), phase });
const inVoicemail: Phase = { at: 'voicemail', departmentId: null, recordingSid: null };
const found: Note = { kind: 'recorded', recordingSid: 'RE1' };
const dropped: Note = { kind: 'voicemail-dropped' };

test('a message found before the end was heard of makes the outcome, whichever is mended first', () => {
  const state = call(inVoicemail);
  const noted = { ...state, phase: phaseAfterNote(state, found) };
  assert.deepEqual(end(noted, 'completed').state.phase, { at: 'ended', outcome: 'voicemail', rang: null });
  const ended = end(state, 'completed').state;
  assert.deepEqual(phaseAfterNote(ended, found), { at: 'ended', outcome: 'voicemail' });
});

test('an empty message counts for nothing, before and after the end', () => {
  const running = call({ ...inVoicemail, recordingSid: 'RE1' });
  assert.deepEqual(phaseAfterNote(running, dropped), inVoicemail);
  assert.deepEqual(phaseAfterNote(call({ at: 'ended', outcome: 'voicemail' }), dropped), {
    at: 'ended',
    outcome: 'missed',
  });
});

test('a conversation stays a conversation', () => {
  const answered: Phase = { at: 'ended', outcome: 'answered' };
  assert.equal(phaseAfterNote(call(answered), found), answered);
  assert.equal(phaseAfterNote(call(answered), dropped), answered);
});
