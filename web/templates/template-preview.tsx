import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateFault } from '../../src/messages/rules/template-views.ts';
import { FindPerson } from '../patients/find-person.tsx';
import { ListenButton } from '../routing/texts/listen-button.tsx';
import { draftOf, type DraftForm, type Language } from './template-draft.ts';
import { usePreviewedPatient } from './previewed-patient.ts';
import { previewQuery } from './templates.query.ts';
import classes from './templates-page.module.css';
import { useTextFaultWords } from './use-text-fault-words.ts';

const pauseMilliseconds = 300;
const ofAnybody: readonly TemplateFault['fault'][] = ['unknown-variable', 'cannot-be-read'];

const Fault = ({ fault }: { fault: TemplateFault }) => {
  const faultWords = useTextFaultWords();
  return (
    <Alert color={fault.fault === 'missing' ? 'yellow' : 'red'} icon={<IconAlertTriangle />}>
      {faultWords(fault)}
    </Alert>
  );
};

interface TemplatePreviewProps {
  clinicId: string;
  form: Pick<DraftForm, 'channel' | 'about' | 'texts'>;
  language: Language;
  /** what it is called, where it is spoken and not read */
  heardAs?: string;
  /** what cannot be filled in for anybody is said beside the text already */
  withoutFaults?: boolean;
}

/** What the text becomes for a patient, as it is typed: with its length, its price and what is wrong with it. */
export const TemplatePreview = ({
  clinicId,
  form,
  language,
  heardAs,
  withoutFaults = false,
}: TemplatePreviewProps) => {
  const { t, i18n } = useTranslation('templates');
  const { patientId, preview } = usePreviewedPatient();
  const [finding, setFinding] = useState(false);
  const { channel, about, texts } = draftOf(form);
  const [draft] = useDebouncedValue({ channel, about, texts }, pauseMilliseconds);
  const { data } = useQuery(previewQuery(clinicId, draft, patientId));
  const shown = data?.[language] ?? null;
  const faults = (shown?.faults ?? []).filter(({ fault }) => !withoutFaults || !ofAnybody.includes(fault));
  const price = (micros: number): string =>
    new Intl.NumberFormat(i18n.language, {
      style: 'currency',
      currency: data?.currency ?? 'USD',
      maximumFractionDigits: 3,
    }).format(micros / 1_000_000);
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <header className={classes.previewHead}>
        <h3 className={classes.previewTitle}>
          {data?.about === null || data === undefined
            ? t('madeUp')
            : t(heardAs === undefined ? 'previewFor' : 'heardBy', { name: data.about })}
        </h3>
        {heardAs !== undefined && (
          <ListenButton heard={[{ text: shown?.body ?? '', language }]} name={heardAs} />
        )}
        {patientId !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => preview(null)}>
            {t('withMadeUp')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={finding}
          onClick={() => setFinding(!finding)}
        >
          {t('tryWith')}
        </Button>
      </header>
      {finding && (
        <FindPerson
          clinicId={clinicId}
          except=""
          onFound={({ id }) => {
            preview(id);
            setFinding(false);
          }}
        />
      )}
      {shown !== null && shown.body !== null && shown.body !== '' && (
        <div className={classes.bubble} lang={language}>
          {shown.subject !== null && <strong>{shown.subject}</strong>}
          <p>{shown.body}</p>
        </div>
      )}
      {shown !== null && shown.segments !== null && (
        <p className={classes.cost}>
          {t('segments', { count: shown.segments })}
          {shown.priceMicros !== null && ` · ${t('cost', { cost: price(shown.priceMicros) })}`}
          {shown.encoding === 'UCS-2' && <span>{t('unicode')}</span>}
        </p>
      )}
      {faults.map((fault) => (
        <Fault key={JSON.stringify(fault)} fault={fault} />
      ))}
    </section>
  );
};
