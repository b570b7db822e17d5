import buttons from './button.module.css';
import { Frame } from './frame.tsx';
import classes from './frame.module.css';
import { useWords } from './words.ts';

interface NoticePageProps {
  /** over: the link opens nothing; away: the server could not be asked */
  why: 'over' | 'away';
  onAgain: () => void;
}

/** Instead of a page. Whether the link ever was one is not said. */
export const NoticePage = ({ why, onAgain }: NoticePageProps) => {
  const words = useWords();
  const { title, text } = words[why];
  return (
    <Frame clinic={null}>
      <section className={classes.paper}>
        <h1>{title}</h1>
        <p className={classes.quiet}>{text}</p>
        {why === 'away' && (
          <div className={classes.row}>
            <button type="button" className={buttons.main} onClick={onAgain}>
              {words.away.again}
            </button>
          </div>
        )}
      </section>
    </Frame>
  );
};
