import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../src/routing/rules/document-differences.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { useDocumentNames, type DocumentNames } from './use-document-words.ts';
import { useValueWords } from './use-value-words.ts';

export interface DifferenceWords {
  /** what it is about, outermost first: the number, the person, the field */
  about: string[];
  /** what became of it; null: the two values say it */
  verb: string | null;
  before: string | null;
  after: string | null;
}

type About = { names: string[]; field: string | null };

/** What a path leads to, in words; the last part may be a field with a value. */
const useAbout = (names: DocumentNames): ((path: readonly string[], difference: Difference) => About) => {
  const { t, i18n } = useTranslation('routing');
  const fieldWord = (field: string): string =>
    i18n.exists(`fields.${field}`, { ns: 'routing' }) ? t(`fields.${field}` as 'fields.name') : field;
  const inLanguage = (language: string | undefined): string[] =>
    language === undefined
      ? []
      : [new Intl.DisplayNames([i18n.language], { type: 'language' }).of(language) ?? language];
  const inSettings = ([field = '', ...rest]: readonly string[], difference: Difference): About => {
    const [inner = '', last] = rest;
    if (field === 'menu') {
      if (last === 'order')
        return { names: [inner === 'first' ? t('parts.menu') : names.option(inner)], field: 'order' };
      const whole = (difference.before ?? difference.after) as { label?: string } | null;
      const label = last === undefined ? (whole?.label ?? '') : '';
      const option = label === '' ? names.option(inner) : label;
      const part = last === undefined ? [] : [fieldWord(last), ...inLanguage(rest[2])];
      return { names: [t('words.option', { label: option }), ...part], field: last ?? null };
    }
    if (field === 'callerRules') {
      if (inner === 'order') return { names: [t('parts.callers')], field: 'order-rules' };
      const whole = (difference.before ?? difference.after) as { name?: string } | null;
      const name = (last === undefined ? whole?.name : undefined) || names.rule(inner);
      return {
        names: [t('words.rule', { name }), ...(last === undefined ? [] : [fieldWord(last)])],
        field: last ?? null,
      };
    }
    if (field === 'businessHours') {
      const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
      return {
        names: [fieldWord(field), day.format((Number(inner) + 3) * 86_400_000)],
        field: 'hours',
      };
    }
    if (field === 'emergencyWords') return { names: [fieldWord(field), ...inLanguage(inner)], field };
    if (field === 'holidays') return { names: [fieldWord(`holidays-${inner}`)], field: `holidays-${inner}` };
    return {
      names: [
        fieldWord(field),
        ...(inner === 'recordings' ? [t('words.recording')] : []),
        ...inLanguage(last),
      ],
      field: inner === '' ? field : inner,
    };
  };
  const inStaff = ([staffId = '', department = '', field]: readonly string[]): About => ({
    names: [
      department === 'general' ? t('people.anyone') : names.department(department),
      names.person(staffId),
      ...(field === undefined ? [] : [fieldWord(field)]),
    ],
    field: field ?? null,
  });
  const inDepartments = (
    [id = '', field, inner, language]: readonly string[],
    difference: Difference,
  ): About => {
    if (id === 'order') return { names: [t('parts.departments')], field: 'order-departments' };
    const whole =
      field === undefined ? ((difference.before ?? difference.after) as { name?: string } | null) : null;
    return {
      names: [
        whole?.name || names.department(id),
        ...(field === undefined ? [] : [fieldWord(field)]),
        ...(inner === 'recordings' ? [t('words.recording')] : []),
        ...inLanguage(language),
      ],
      field: inner ?? field ?? null,
    };
  };
  return ([start = '', ...rest], difference) => {
    switch (start) {
      case 'staff':
        return inStaff(rest);
      case 'departments':
        return inDepartments(rest, difference);
      case 'numbers': {
        const number = names.number(rest[0] ?? '');
        if (rest.length === 1) return { names: [number, t('words.ownSettings')], field: null };
        const inside = inSettings(rest.slice(1), difference);
        return { ...inside, names: [number, ...inside.names] };
      }
      default:
        return inSettings(rest, difference);
    }
  };
};

/** A difference between two documents in plain words. @param documents those that know the names, newest first */
export const useDifferenceWords = (
  documents: readonly RoutingDocument[],
): ((difference: Difference) => DifferenceWords) => {
  const { t } = useTranslation('routing');
  const names = useDocumentNames(documents);
  const aboutOf = useAbout(names);
  const valueOf = useValueWords(names);
  return (difference) => {
    const { path, kind, before, after } = difference;
    const { names: about, field } = aboutOf(path, difference);
    if (kind === 'moved') {
      const { within } = after as { within: string | null };
      const verb =
        within === null ? t('words.movedOut') : t('words.movedInto', { label: names.option(within) });
      return { about, verb, before: null, after: null };
    }
    if (field === null) {
      return {
        about,
        verb: kind === 'added' ? t('words.added') : t('words.removed'),
        before: null,
        after: null,
      };
    }
    return { about, verb: null, before: valueOf(field, before), after: valueOf(field, after) };
  };
};
