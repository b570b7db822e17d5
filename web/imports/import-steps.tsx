import { useTranslation } from 'react-i18next';
import classes from './import-steps.module.css';

const steps = ['file', 'check', 'import', 'report'] as const;
type Step = (typeof steps)[number];

/** Where in the import we are. Words and numbers, not colour alone. */
export const ImportSteps = ({ at }: { at: Step }) => {
  const { t } = useTranslation('imports');
  const current = steps.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={t('steps.title')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-past={index < current || undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
};
