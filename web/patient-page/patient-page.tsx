import { Problem } from '../platform/problem.ts';
import buttons from './button.module.css';
import { Choices } from './choices.tsx';
import { Frame } from './frame.tsx';
import frame from './frame.module.css';
import { Lines } from './lines.tsx';
import { Notifications } from './notifications.tsx';
import { NoticePage } from './notice-page.tsx';
import classes from './patient-page.module.css';
import { usePage } from './use-page.ts';
import { Visits } from './visits.tsx';
import { fill, useWords } from './words.ts';

interface PatientPageProps {
  path: string;
  clinic: string;
}

/** What a patient can see and do without an account: appointments, messages, how they are reached. */
export const PatientPage = ({ path, clinic }: PatientPageProps) => {
  const words = useWords();
  const { page, act } = usePage(path);
  const { data } = page;
  if (data === undefined) {
    if (!page.isError) return <Frame clinic={clinic}>{null}</Frame>;
    const isOver = page.error instanceof Problem && page.error.status === 404;
    return <NoticePage why={isOver ? 'over' : 'away'} onAgain={() => void page.refetch()} />;
  }
  const { phone, timeZone } = data.clinic;
  const failed = act.error instanceof Problem && act.error.status === 409 ? words.page.over : words.failed;
  const aside = phone !== null && (
    <a
      className={buttons.button}
      href={`tel:${phone.number}`}
      aria-label={`${words.page.call}: ${phone.shown}`}
    >
      {phone.shown}
    </a>
  );
  return (
    <Frame clinic={clinic} aside={aside}>
      <h1 className={classes.hello}>{fill(words.page.hello, { name: data.firstName })}</h1>
      <div role="alert">{act.isError && <p className={frame.fault}>{failed}</p>}</div>
      <Visits visits={data.visits} timeZone={timeZone} act={act} />
      <Lines lines={data.messages} clinic={clinic} timeZone={timeZone} act={act} />
      <Choices choices={data.choices} clinic={clinic} act={act} />
      <Notifications path={path} publicKey={data.push.publicKey} />
      <p className={classes.more}>{words.page.more}</p>
    </Frame>
  );
};
