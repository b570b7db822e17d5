import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';

export interface Draft<Value> {
  value: Value;
  /** True when something would be lost by leaving. */
  changed: boolean;
  change: (value: Value) => void;
  reset: () => void;
  /** Forgets the draft once it is kept, unless it was changed again meanwhile. */
  settle: (sent: Value) => void;
}

/** A value that is changed here and kept elsewhere: shown as kept until somebody changes it. */
export const useDraft = <Value>(kept: Value): Draft<Value> => {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  // By content, whatever the order of the fields: typing something and taking it back is no change.
  const changed = draft !== null && hashKey([draft.value]) !== hashKey([kept]);
  return {
    value: changed ? draft.value : kept,
    changed,
    change: (value) => setDraft({ value }),
    reset: () => setDraft(null),
    settle: (sent) => setDraft((current) => (current?.value === sent ? null : current)),
  };
};
