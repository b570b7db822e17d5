import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import classes from './imports.module.css';

const imported = new Set(['Patient', 'RelatedPerson', 'Practitioner', 'Appointment']);

/** What a bundle holds, by the names that FHIR gives it. */
export const FileContents = ({ resources }: { resources: Record<string, number> }) => {
  const { t } = useTranslation('imports');
  return (
    <Panel title={t('preview.holds')}>
      <ul className={classes.counts}>
        {Object.entries(resources).map(([kind, count]) => (
          <li key={kind}>
            <strong>{count}</strong> {kind}
            {!imported.has(kind) && <span className={classes.dim}> – {t('preview.notImported')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
