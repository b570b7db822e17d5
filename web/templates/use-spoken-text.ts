import { useTranslation } from 'react-i18next';
import { templateParts } from './template-parts.ts';
import { usePlaceName } from './use-place-name.ts';

/** What `TemplateText` shows, where only plain text can stand: titles, and what screen readers say. */
export const useSpokenText = (): ((text: string) => string) => {
  const { t } = useTranslation('templates');
  const placeName = usePlaceName();
  return (text) =>
    templateParts(text)
      .map((part) => {
        if (part.is === 'words') return part.text;
        if (part.is === 'variable') return `[${placeName(part.name)}]`;
        if (part.is === 'if')
          return `${t('sometimes.if', { name: part.name === null ? '' : placeName(part.name) })} `;
        return part.is === 'else' ? ` ${t('sometimes.else')} ` : '';
      })
      .join('');
};
