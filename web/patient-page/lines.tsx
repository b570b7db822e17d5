import { useId, useState } from 'react';
import type { PatientLine } from '../../src/patient-page/rules/patient-page-view.ts';
import buttons from './button.module.css';
import frame from './frame.module.css';
import classes from './lines.module.css';
import { newKey } from './new-key.ts';
import page from './patient-page.module.css';
import type { Act } from './use-page.ts';
import visit from './visit.module.css';
import { useLocale, useWords } from './words.ts';

interface LinesProps {
  lines: readonly PatientLine[];
  clinic: string;
  timeZone: string;
  act: Act;
}

/** Keeps what was typed until the clinic has it. The same words sent twice are one message; other words are another. */
const WriteForm = ({ act }: { act: Act }) => {
  const words = useWords().page;
  const id = useId();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const write = (typed: string) => {
    setText(typed);
    setKey(newKey());
  };
  const send = () =>
    act.mutate(
      { deed: 'write', key, text: text.trim() },
      // Whoever has begun to write the next message meanwhile keeps it.
      { onSuccess: () => setText((now) => (now === text ? '' : now)) },
    );
  return (
    <form
      className={visit.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') send();
      }}
    >
      <label htmlFor={id}>{words.write}</label>
      <textarea
        id={id}
        maxLength={1000}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className={visit.hint}>
        {words.writeHint}
      </p>
      <div className={visit.row}>
        <button type="submit" className={buttons.main} disabled={act.isPending || text.trim() === ''}>
          {words.send}
        </button>
      </div>
    </form>
  );
};

/** What was written on this page, oldest first, and the way to write. */
export const Lines = ({ lines, clinic, timeZone, act }: LinesProps) => {
  const words = useWords().page;
  const locale = useLocale();
  const moment = (at: string) =>
    new Date(at).toLocaleString(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
  return (
    <section className={page.part} aria-labelledby="lines">
      <h2 id="lines">{words.messages}</h2>
      {lines.length === 0 && <p className={frame.quiet}>{words.noMessages}</p>}
      <ul className={classes.list} aria-live="polite">
        {lines.map(({ id, at, from, subject, text }) => (
          <li key={id} className={classes[from]}>
            <span className={classes.who}>
              {from === 'clinic' ? clinic : words.you} · {moment(at)}
            </span>
            {subject !== null && <span className={classes.subject}>{subject}</span>}
            {text}
          </li>
        ))}
      </ul>
      <WriteForm act={act} />
    </section>
  );
};
