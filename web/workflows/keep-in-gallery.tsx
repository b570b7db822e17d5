import { Button, Chip, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { categories } from './gallery-search.ts';
import classes from './keep-in-gallery.module.css';
import { useKeepInGallery } from './use-gallery-commands.ts';

interface KeepInGalleryProps {
  clinicId: string;
  workflow: WorkflowView;
  onClose: () => void;
}

/** Says what the workflow is for, and keeps a copy of it in the clinic's own gallery. */
export const KeepInGallery = ({ clinicId, workflow, onClose }: KeepInGalleryProps) => {
  const { t } = useTranslation('gallery');
  const keep = useKeepInGallery(clinicId, workflow.id, onClose);
  const [about, setAbout] = useState({
    name: workflow.name,
    says: '',
    forWhom: '',
    categories: [] as string[],
  });
  const change = (part: Partial<typeof about>): void => setAbout({ ...about, ...part });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    keep.mutate(about);
  };
  return (
    <form className={classes.form} aria-label={t('keep.title')} onSubmit={save}>
      <TextInput
        label={t('keep.name')}
        required
        maxLength={100}
        value={about.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('keep.says')}
        autosize
        minRows={2}
        maxLength={500}
        value={about.says}
        onChange={(event) => change({ says: event.currentTarget.value })}
      />
      <TextInput
        label={t('keep.forWhom')}
        maxLength={500}
        value={about.forWhom}
        onChange={(event) => change({ forWhom: event.currentTarget.value })}
      />
      <Chip.Group multiple value={about.categories} onChange={(chosen) => change({ categories: chosen })}>
        <div role="group" aria-label={t('keep.categories')} className={classes.chips}>
          {categories.map((category) => (
            <Chip key={category} value={category} size="sm">
              {t(`categories.${category}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <div className={classes.deeds}>
        <Button type="submit" loading={keep.isPending}>
          {t('keep.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('keep.cancel')}
        </Button>
      </div>
    </form>
  );
};
