import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../src/messages/rules/message-order.ts';
import { checkTemplate, variablesIn } from '../../../../src/messages/rules/template-engine.ts';
import type { TemplateAbout, TemplateVariable } from '../../../../src/messages/rules/template-variables.ts';
import type { Language } from '../../../templates/template-draft.ts';
import { TemplatePreview } from '../../../templates/template-preview.tsx';
import { TextFields } from '../../../templates/text-fields.tsx';
import { useOfferedVariables } from '../../../templates/use-offered-variables.ts';
import { useTextFaultWords } from '../../../templates/use-text-fault-words.ts';
import { useOwnLanguage } from '../../use-own-language.ts';
import classes from './forms.module.css';
import { firstLanguage, type WrittenTexts } from './written-texts.ts';

interface LocalizedTextsProps {
  clinicId: string;
  label: string;
  texts: WrittenTexts;
  /** what it is sent as; call: it is spoken */
  as: Channel | 'call';
  headed?: boolean;
  about: TemplateAbout;
  /** what may be named in it */
  mayName?: (variable: TemplateVariable) => boolean;
  /** why a variable must not stand in it; null: it may */
  refuse?: (variable: string) => string | null;
  error?: string | undefined;
  subjectError?: string | undefined;
  onChange: (texts: WrittenTexts) => void;
}

const other: Record<Language, Language> = { en: 'de', de: 'en' };
const anything = (): boolean => true;

/** What patients read or hear, in both languages, and what becomes of it for one of them. */
export const LocalizedTexts = ({ texts, as, about, label, onChange, ...rest }: LocalizedTextsProps) => {
  const { t } = useTranslation(['stepForms', 'templates']);
  const [language, setLanguage] = useState(firstLanguage(texts, useOwnLanguage()));
  const offered = useOfferedVariables(about).filter(({ name }) => (rest.mayName ?? anything)(name));
  const textFaultWords = useTextFaultWords();
  const faultsIn = (each: Language): string[] => {
    const text = `${texts[each].subject}\n${texts[each].body}`;
    return [
      ...checkTemplate(text, about, each).map(textFaultWords),
      ...variablesIn(text).flatMap((variable) => rest.refuse?.(variable) ?? []),
    ];
  };
  const isMissing = (each: Language): boolean => texts[each].body.trim() === '';
  const nameOf = (each: Language): string => t(`templates:languages.${each}`);
  const tabOf = (each: Language): string => {
    if (faultsIn(each).length > 0) return `${nameOf(each)} (${t('text.faulty')})`;
    return isMissing(each) ? `${nameOf(each)} (${t('templates:notWritten')})` : nameOf(each);
  };
  const wrong = [...faultsIn(language), ...(rest.error === undefined ? [] : [rest.error])];
  const fallsBack = isMissing(language) && !isMissing(other[language]);
  return (
    <div className={classes.group}>
      <SegmentedControl
        fullWidth
        aria-label={t('text.languageOf', { label })}
        data={(['en', 'de'] as const).map((value) => ({
          value,
          label: tabOf(value),
        }))}
        value={language}
        onChange={setLanguage}
      />
      <TextFields
        key={language}
        label={label}
        text={texts[language]}
        language={language}
        headed={rest.headed ?? false}
        offered={offered}
        description={fallsBack ? t(`text.fallsBack.${language}`) : undefined}
        error={wrong.length === 0 ? undefined : wrong.join(' ')}
        subjectError={rest.subjectError}
        onChange={(text) => onChange({ ...texts, [language]: text })}
      />
      {!isMissing(language) && faultsIn(language).length === 0 && (
        <TemplatePreview
          clinicId={rest.clinicId}
          form={{ channel: as === 'call' ? 'in-app' : as, about, texts }}
          language={language}
          withoutFaults
          {...(as === 'call' ? { heardAs: label } : {})}
        />
      )}
    </div>
  );
};
