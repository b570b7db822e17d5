import { useTranslation } from 'react-i18next';
import { templateParts, type TemplatePart } from './template-parts.ts';
import classes from './template-text.module.css';
import { usePlaceName } from './use-place-name.ts';

/** A text for reading: each place that is filled in says what will stand there. Also takes sentences that quote a text. */
export const TemplateText = ({ text }: { text: string }) => (
  <>
    {templateParts(text).map((part, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
      <Part key={index} part={part} />
    ))}
  </>
);

const Part = ({ part }: { part: TemplatePart }) => {
  const { t } = useTranslation('templates');
  const placeName = usePlaceName();
  switch (part.is) {
    case 'words':
      return part.text;
    case 'variable':
      return <span className={classes.place}>{placeName(part.name)}</span>;
    case 'if': {
      const asked = part.name === null ? '' : placeName(part.name);
      return <span className={classes.sometimes}>{t('sometimes.if', { name: asked })} </span>;
    }
    case 'else':
      return <span className={classes.sometimes}> {t('sometimes.else')} </span>;
    case 'end':
      return null;
  }
};
