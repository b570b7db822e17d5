import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { optionOf, reception, routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic } from './call-on-trial.ts';
import { previewCall } from './preview-call.ts';

const now = Temporal.Instant.from('2026-11-16T16:00:00Z');
const told = (snapshot = billingClinic(), digits = '', at = now): string[] =>
  previewCall(snapshot, at, digits).map(({ kind, reason, staffId, seconds }) =>
    [`${seconds}s`, kind, reason, staffId].filter(Boolean).join(' '),
  );

describe('what would happen to a call', () => {
  test('that chooses billing: each of the three in turn, then voicemail', () => {
    assert.deepEqual(told(billingClinic(), '1'), [
      '0s incoming open',
      '0s menu-offered open',
      '0s menu-chosen department',
      '0s ringing department-priority olivia',
      '20s round-ended no-answer',
      '20s ringing department-priority james',
      '40s round-ended no-answer',
      '40s ringing department-priority daniel',
      '60s round-ended no-answer',
      '60s voicemail nobody-left',
    ]);
  });

  test('that presses nothing: the menu twice more, then a person', () => {
    const story = told(billingClinic());
    assert.deepEqual(story.slice(2, 5), Array(3).fill('0s menu-missed silence'));
    assert.equal(story[5], '0s ringing anyone-priority olivia');
  });

  test('with somebody away: left out with the reason', () => {
    const clinic = billingClinic({ staff: [staffOf('olivia', [routeOf()], { online: false })] });
    assert.deepEqual(told(clinic, '1').slice(3), ['0s not-tried offline olivia', '0s voicemail nobody-left']);
  });

  test('while everybody is busy: waiting as long as the clinic allows', () => {
    const clinic = billingClinic({
      settings: { maxWaitSeconds: 60 },
      staff: [staffOf('olivia', [routeOf()], { busyWithCallId: 'another' })],
    });
    assert.deepEqual(told(clinic, '1').slice(3), [
      '0s not-tried busy olivia',
      '0s waiting all-busy',
      '66s voicemail all-busy',
    ]);
  });

  test('through a sub-menu to an outside number, and what follows when it does not answer', () => {
    const clinic = billingClinic({
      options: [
        optionOf('2', { type: 'menu' }, { id: 'more' }),
        optionOf('7', { type: 'external', number: '+13125550191' }, { parentId: 'more' }),
      ],
    });
    assert.deepEqual(told(clinic, '27').slice(2), [
      '0s menu-chosen menu',
      '0s menu-offered sub-menu',
      '0s menu-chosen external',
      '0s external menu',
      '20s voicemail external-not-answered',
    ]);
  });

  test('after hours', () => {
    const clinic = billingClinic({ settings: { businessHours: { '1': [['08:00', '09:00']] } } });
    assert.deepEqual(told(clinic, '1'), ['0s incoming after-hours', '0s voicemail after-hours']);
  });

  test('straight to voicemail of a department, tagged with it', () => {
    const clinic = billingClinic({
      options: [optionOf('3', { type: 'voicemail', departmentId: reception })],
    });
    const last = previewCall(clinic, now, '3').at(-1);
    assert.deepEqual([last?.kind, last?.detail], ['voicemail', { department: 'Reception' }]);
  });

  test('the longest wait there is comes to an end', () => {
    const clinic = billingClinic({
      settings: { maxWaitSeconds: 1800 },
      staff: [staffOf('olivia', [routeOf()], { busyWithCallId: 'another' })],
    });
    assert.match(told(clinic, '1').at(-1) ?? '', /^180\ds voicemail all-busy$/);
  });
});
