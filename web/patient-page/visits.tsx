import { useState } from 'react';
import type { PatientVisit } from '../../src/patient-page/rules/patient-page-view.ts';
import buttons from './button.module.css';
import frame from './frame.module.css';
import classes from './patient-page.module.css';
import type { Act } from './use-page.ts';
import { Visit } from './visit.tsx';
import { fill, useWords } from './words.ts';

interface VisitsProps {
  visits: readonly PatientVisit[];
  timeZone: string;
  act: Act;
}

/** So that the messages are not far below the appointments of a large family. */
const first = 4;

/** What is coming, the soonest first. */
export const Visits = ({ visits, timeZone, act }: VisitsProps) => {
  const { page } = useWords();
  const [all, setAll] = useState(false);
  // A single one more takes no more room than the button that hides it.
  const shown = all || visits.length <= first + 1 ? visits : visits.slice(0, first);
  const hidden = visits.length - shown.length;
  return (
    <section className={classes.part} aria-labelledby="visits">
      <h2 id="visits">{page.visits}</h2>
      {visits.length === 0 && <p className={frame.quiet}>{page.noVisits}</p>}
      {shown.map((visit) => (
        <Visit key={visit.id} visit={visit} timeZone={timeZone} act={act} />
      ))}
      {hidden > 0 && (
        <button type="button" className={buttons.button} onClick={() => setAll(true)}>
          {fill(page.moreVisits, { count: String(hidden) })}
        </button>
      )}
    </section>
  );
};
