import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import section from '../ui/section.module.css';
import classes from './section-form.module.css';

interface SectionActionsProps {
  /** What is saved, for those who do not see where the button stands. */
  name: string;
  mayChange: boolean;
  saving: boolean;
  test: { label: string; running: boolean; run: () => void } | null;
  changed: { at: string | null; by: string | null };
}

/** Keep the settings, or try them out before; and who changed them last. */
export const SectionActions = ({ name, mayChange, saving, test, changed }: SectionActionsProps) => {
  const { t } = useTranslation('installation');
  const { clinic } = useCurrentClinic();
  return (
    <div className={section.actions}>
      {mayChange && (
        <Button type="submit" loading={saving} aria-label={`${t('save')}: ${name}`}>
          {t('save')}
        </Button>
      )}
      {test !== null && (
        <Button variant="default" loading={test.running} onClick={test.run}>
          {test.label}
        </Button>
      )}
      {changed.at !== null && (
        <span className={classes.changed}>
          {t('changed', { name: changed.by ?? t('somebody') })}{' '}
          <MomentText at={changed.at} timeZone={clinic.timeZone} />
        </span>
      )}
    </div>
  );
};
