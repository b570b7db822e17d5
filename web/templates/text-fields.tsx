import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, WrittenText } from './template-draft.ts';
import type { OfferedVariable } from './use-offered-variables.ts';
import { VariableTextarea } from './variable-textarea.tsx';

interface TextFieldsProps {
  /** what the text is called; `Text` where nothing else is said */
  label?: string;
  text: WrittenText;
  language: Language;
  /** whether it goes where there are subjects */
  headed: boolean;
  offered: readonly OfferedVariable[];
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  subjectError?: ReactNode;
  onChange: (text: WrittenText) => void;
}

/** The text in one language; what is filled in for each patient is inserted where the cursor stands. */
export const TextFields = ({
  text,
  language,
  headed,
  disabled = false,
  onChange,
  ...rest
}: TextFieldsProps) => {
  const { t } = useTranslation('templates');
  return (
    <>
      {headed && (
        <VariableTextarea
          single
          label={t('subject')}
          language={language}
          value={text.subject}
          offered={rest.offered}
          disabled={disabled}
          error={rest.subjectError}
          onChange={(subject) => onChange({ ...text, subject })}
        />
      )}
      <VariableTextarea
        label={rest.label ?? t('body')}
        language={language}
        value={text.body}
        offered={rest.offered}
        disabled={disabled}
        description={rest.description}
        error={rest.error}
        onChange={(body) => onChange({ ...text, body })}
      />
    </>
  );
};
