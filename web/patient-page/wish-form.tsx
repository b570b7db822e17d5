import { useId, useState } from 'react';
import buttons from './button.module.css';
import classes from './visit.module.css';
import { useWords } from './words.ts';

interface WishFormProps {
  onSend: (text: string) => void;
  onLeave: () => void;
}

/** When another time would suit; it may stay empty. */
export const WishForm = ({ onSend, onLeave }: WishFormProps) => {
  const { page } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <label htmlFor={id}>{page.newTimeLabel}</label>
      <textarea
        id={id}
        autoFocus
        maxLength={500}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className={classes.hint}>
        {page.newTimeHint}
      </p>
      <div className={classes.row}>
        <button type="submit" className={buttons.main}>
          {page.askNewTime}
        </button>
        <button type="button" className={buttons.button} onClick={onLeave}>
          {page.keep}
        </button>
      </div>
    </form>
  );
};
