import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { FaultLines } from './fault-lines.tsx';
import { GalleryForecast } from './gallery-forecast.tsx';
import { GalleryNeeds } from './gallery-needs.tsx';
import { GalleryTexts } from './gallery-texts.tsx';
import { templatePath } from './gallery.query.ts';
import classes from './gallery.module.css';
import { NamesOf } from './definition-names.tsx';
import { StepPicture } from './step-picture.tsx';
import { useRemoveTemplate, useTakeTemplate } from './use-gallery-commands.ts';
import { useOwnLanguage } from './use-own-language.ts';

interface GalleryEntryProps {
  clinic: MyClinic;
  item: TemplateItem;
  onRemoved: () => void;
}

/** Everything about one workflow, before it is taken. */
export const GalleryEntry = ({ clinic, item, onRemoved }: GalleryEntryProps) => {
  const { t } = useTranslation('gallery');
  const language = useOwnLanguage();
  return (
    <article className={classes.entry}>
      <Button
        variant="subtle"
        className={classes.back}
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/workflows/gallery" params={{ clinicId: clinic.id }} />
        )}
      >
        {t('backToList')}
      </Button>
      <header className={classes.entryHead}>
        <h2 className={classes.entryTitle}>{item.name[language]}</h2>
        <Deeds clinic={clinic} item={item} onRemoved={onRemoved} />
      </header>
      <p className={classes.says}>{item.says[language]}</p>
      {item.forWhom[language] !== '' && (
        <p className={classes.whom}>
          <strong>{t('forWhom')}</strong> {item.forWhom[language]}
        </p>
      )}
      {item.faults.length > 0 && <Faults item={item} />}
      <div className={classes.columns}>
        <Section title={t('steps')}>
          <StepPicture definition={item.definition} />
        </Section>
        <div className={classes.column}>
          <Section title={t('forecast.title')}>
            <GalleryForecast clinicId={clinic.id} templateKey={item.key} />
          </Section>
          <Section title={t('consent')}>
            <GalleryNeeds item={item} />
          </Section>
        </div>
      </div>
      <Section title={t('texts')}>
        <GalleryTexts definition={item.definition} />
      </Section>
    </article>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.section}>
    <h3 className={classes.sectionTitle}>{title}</h3>
    {children}
  </section>
);

const Deeds = ({ clinic, item, onRemoved }: GalleryEntryProps) => {
  const { t } = useTranslation('gallery');
  const language = useOwnLanguage();
  const take = useTakeTemplate(clinic.id);
  const remove = useRemoveTemplate(clinic.id, onRemoved);
  const isManager = atLeast(clinic.role, 'manager');
  const name = item.name[language];
  return (
    <div className={classes.deeds}>
      {isManager ? (
        <Button
          loading={take.isPending}
          aria-label={t('useNamed', { name })}
          onClick={() => take.mutate({ key: item.key, name })}
        >
          {t('use')}
        </Button>
      ) : (
        <span className={classes.dim}>{t('onlyManagers')}</span>
      )}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        renderRoot={(props) => (
          <a {...props} href={templatePath(clinic.id, item.key, '/file')} download={`${name}.json`} />
        )}
      >
        {t('export')}
      </Button>
      {isManager && item.own && (
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate(item)}>
          {t('remove')}
        </Button>
      )}
    </div>
  );
};

const Faults = ({ item: { faults, definition } }: { item: TemplateItem }) => {
  const { t } = useTranslation('gallery');
  return (
    <Alert color="yellow" variant="light" title={t('faults')}>
      <NamesOf definition={definition}>
        <FaultLines faults={faults} />
      </NamesOf>
    </Alert>
  );
};
