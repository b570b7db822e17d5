import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Form } from './form.ts';
import { timeFilter } from './time-filter.ts';

const at = (text: string) => Date.parse(text);

describe('timeFilter', () => {
  it('takes a day as a whole', () => {
    assert.deepEqual(timeFilter(new Form({ StartTime: '2026-11-21' }), 'StartTime'), {
      after: at('2026-11-21T00:00:00Z'),
      before: at('2026-11-22T00:00:00Z'),
    });
  });

  it('reads the comparison from the name of the field, and takes the last second in', () => {
    const form = new Form({ 'StartTime>': '2026-11-21T10:00:00Z', 'StartTime<': '2026-11-21T11:00:00Z' });
    assert.deepEqual(timeFilter(form, 'StartTime'), {
      after: at('2026-11-21T10:00:00Z'),
      before: at('2026-11-21T11:00:01Z'),
    });
  });

  it('is open where nothing is asked', () => {
    assert.deepEqual(timeFilter(new Form({}), 'StartTime'), { after: null, before: null });
  });

  it('refuses what is no date', () => {
    assert.throws(() => timeFilter(new Form({ StartTime: 'yesterday' }), 'StartTime'), { code: 20001 });
  });
});
