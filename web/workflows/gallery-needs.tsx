import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import classes from './gallery.module.css';

/** What its contacts count as, and what consent they need where the clinic is. */
export const GalleryNeeds = ({ item: { purpose, needs } }: { item: TemplateItem }) => {
  const { t } = useTranslation(['gallery', 'consent']);
  return (
    <>
      <p className={classes.line}>{t('purpose', { purpose: t(`consent:purposes.${purpose}`) })}</p>
      {needs.length > 0 && (
        <ul className={classes.needs}>
          {needs.map(({ channel, level }) => (
            <li key={channel}>
              {t(`need.${level ?? 'none'}`, { channel: t(`consent:channels.${channel}`) })}
            </li>
          ))}
        </ul>
      )}
      {needs.length > 0 && <p className={classes.small}>{t('gate')}</p>}
    </>
  );
};
