import { useState } from 'react';
import type { PatientVisit } from '../../src/patient-page/rules/patient-page-view.ts';
import buttons from './button.module.css';
import { newKey } from './new-key.ts';
import type { Act } from './use-page.ts';
import classes from './visit.module.css';
import { useVisitWords } from './visit-words.ts';
import { WishForm } from './wish-form.tsx';
import { useWords } from './words.ts';

interface VisitProps {
  visit: PatientVisit;
  timeZone: string;
  act: Act;
}

const marks = { booked: '○', confirmed: '✓', cancelled: '✕' };

/** One appointment with what can be done about it, in place. */
export const Visit = ({ visit, timeZone, act }: VisitProps) => {
  const { page } = useWords();
  const { day, details } = useVisitWords(visit, timeZone);
  const [asks, setAsks] = useState<'new-time' | 'cancel' | null>(null);
  const [key] = useState(newKey);
  const { id: visitId, status } = visit;
  const answer = (given: 'confirm' | 'cancel') => {
    setAsks(null);
    act.mutate({ deed: 'answer', visitId, answer: { answer: given } });
  };
  const askNewTime = (text: string) => {
    setAsks(null);
    act.mutate({ deed: 'answer', visitId, answer: { answer: 'new-time', key, text } });
  };
  const isPending = act.isPending;
  return (
    <article
      className={status === 'cancelled' ? `${classes.visit} ${classes.gone}` : classes.visit}
      aria-label={day}
    >
      <div className={classes.top}>
        <div>
          <p className={classes.day}>{day}</p>
          <p className={classes.detail}>{details}</p>
        </div>
        <span className={classes[status]}>
          <span aria-hidden>{marks[status]} </span>
          {page.statuses[status]}
        </span>
      </div>
      {visit.newTimeAsked && status !== 'cancelled' && <p className={classes.hint}>{page.newTimeAsked}</p>}
      {asks === null && status !== 'cancelled' && (
        <div className={classes.row}>
          {status === 'booked' && (
            <button
              type="button"
              className={buttons.main}
              disabled={isPending}
              onClick={() => answer('confirm')}
            >
              {page.confirm}
            </button>
          )}
          {!visit.newTimeAsked && (
            <button
              type="button"
              className={buttons.button}
              disabled={isPending}
              onClick={() => setAsks('new-time')}
            >
              {page.newTime}
            </button>
          )}
          <button
            type="button"
            className={buttons.text}
            disabled={isPending}
            onClick={() => setAsks('cancel')}
          >
            {page.cancel}
          </button>
        </div>
      )}
      {asks === 'new-time' && <WishForm onSend={askNewTime} onLeave={() => setAsks(null)} />}
      {asks === 'cancel' && (
        <div className={classes.form} role="group" aria-label={page.reallyCancel}>
          <p>{page.reallyCancel}</p>
          <div className={classes.row}>
            <button type="button" className={buttons.main} autoFocus onClick={() => answer('cancel')}>
              {page.yesCancel}
            </button>
            <button type="button" className={buttons.button} onClick={() => setAsks(null)}>
              {page.keep}
            </button>
          </div>
        </div>
      )}
    </article>
  );
};
