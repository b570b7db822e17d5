import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import classes from './imports.module.css';

const imported = ['Patient', 'RelatedPerson', 'Practitioner', 'Appointment'] as const;

/** What a bundle holds; what is not imported by the name that FHIR gives it. */
export const FileContents = ({ resources }: { resources: Record<string, number> }) => {
  const { t } = useTranslation('imports');
  return (
    <Panel title={t('preview.holds')}>
      <ul className={classes.counts}>
        {Object.entries(resources).map(([kind, count]) => {
          const known = imported.find((one) => one === kind);
          return (
            <li key={kind}>
              <strong>{count}</strong>{' '}
              {known === undefined ? kind : t(`preview.resources.${known}`, { count })}
              {known === undefined && <span className={classes.dim}> – {t('preview.notImported')}</span>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
