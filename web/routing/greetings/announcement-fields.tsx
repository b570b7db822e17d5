import { useTranslation } from 'react-i18next';
import type { Language } from '../../../src/clinics/rules/language.ts';
import type { Announcement } from '../../../src/routing/rules/routing-document.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing } from '../editing.ts';
import { languageName } from '../texts/language-names.ts';
import { AnnouncementLine } from './announcement-line.tsx';
import classes from './greetings-part.module.css';

interface AnnouncementFieldsProps {
  name: string;
  help?: string;
  /** where it stands in the document */
  path: string;
  announcement: Announcement;
  builtIn: (language: Language) => string;
  onChange: (announcement: Announcement) => void;
}

/** What callers hear at one point, for each language typed or recorded. */
export const AnnouncementFields = ({
  name,
  help,
  path,
  announcement,
  builtIn,
  onChange,
}: AnnouncementFieldsProps) => {
  const { i18n } = useTranslation('routing');
  const { directory } = useEditing();
  return (
    <section className={classes.announcement} aria-label={name}>
      <h3 className={classes.name}>{name}</h3>
      {help !== undefined && <p className={classes.help}>{help}</p>}
      {directory.languages.map((language) => (
        <AnnouncementLine
          key={language}
          name={`${name}, ${languageName(language, i18n.language)}`}
          language={language}
          announcement={announcement}
          builtIn={builtIn(language)}
          onChange={onChange}
        />
      ))}
      <FieldProblems at={path} />
    </section>
  );
};
