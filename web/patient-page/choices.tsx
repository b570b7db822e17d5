import { newsConsentWords } from '../../src/consent/rules/own-choices.ts';
import type { PatientPage } from '../../src/patient-page/rules/patient-page-view.ts';
import classes from './choices.module.css';
import frame from './frame.module.css';
import page from './patient-page.module.css';
import type { Act } from './use-page.ts';
import { fill, useLanguage, useWords } from './words.ts';

interface ChoicesProps {
  choices: PatientPage['choices'];
  clinic: string;
  act: Act;
}

/** How somebody lets themselves be reached. Each holds at once. */
export const Choices = ({ choices, clinic, act }: ChoicesProps) => {
  const words = useWords().page;
  const language = useLanguage();
  const names = { ...words.ways, news: words.news };
  const hintOf = (what: keyof typeof choices): string | null => {
    const choice = choices[what];
    if (choice === 'stopped' || choice === 'unknown') return words.wayHints[choice];
    return what === 'news' ? fill(newsConsentWords[language], { clinic }) : null;
  };
  return (
    <section className={page.part} aria-labelledby="choices">
      <h2 id="choices">{words.choices}</h2>
      <div className={frame.paper}>
        {(['sms', 'email', 'call', 'news'] as const).map((what) => {
          const hint = hintOf(what);
          return (
            <label key={what} className={classes.choice}>
              <input
                type="checkbox"
                checked={choices[what] === 'on'}
                disabled={choices[what] === 'stopped' || choices[what] === 'unknown' || act.isPending}
                onChange={(event) => act.mutate({ deed: 'choose', what, on: event.currentTarget.checked })}
              />
              <span>
                <span className={classes.words}>{names[what]}</span>
                {hint !== null && <span className={classes.hint}>{hint}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </section>
  );
};
