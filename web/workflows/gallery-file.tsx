import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { Problem } from '../platform/problem.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { useOwnLanguage } from './use-own-language.ts';

/** What is in the file, as far as one can tell without knowing workflows. */
const readFile = async (file: File): Promise<object | null> => {
  try {
    const read: unknown = JSON.parse(await file.text());
    return read !== null && typeof read === 'object' && Reflect.get(read, 'frontdesk') === 'workflow'
      ? read
      : null;
  } catch {
    return null;
  }
};

/** Where it is wrong: `name, definition.steps.0`. What the check says of it is English, whoever reads. */
const placesIn = (detail: string): string => {
  const places = [...detail.matchAll(/\bbody\/([^\s:]+)/g)].map(([, place]) => place!.replaceAll('/', '.'));
  return places.length === 0 ? detail : [...new Set(places)].join(', ');
};

/** Reads a file into the gallery, and says what is wrong with it. */
export const GalleryFile = ({ clinicId, onRead }: { clinicId: string; onRead: (key: string) => void }) => {
  const { t } = useTranslation('gallery');
  const words = useProblemWords();
  const language = useOwnLanguage();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: async (file: File) => {
      const body = await readFile(file);
      if (body === null) throw new Error(t('notAFile'));
      if (Reflect.get(body, 'version') !== 1) throw new Error(t('newerFile'));
      return request<TemplateItem>(clinicPath(clinicId, 'workflow-templates'), { method: 'POST', body });
    },
    onSuccess: async ({ key, name }) => {
      await queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'gallery') });
      confirmDone(t('imported', { name: name[language] }));
      onRead(key);
    },
    onError: (error) => {
      if (!(error instanceof Problem)) reportProblem(error.message);
      else if (error.code === 'invalid')
        reportProblem(t('wrongFile', { detail: placesIn(error.detail ?? '') }));
      else reportProblem(words(error));
    },
  });
  return (
    <FileButton accept=".json,application/json" onChange={(file) => file && read.mutate(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={read.isPending}
          leftSection={<IconFileUpload size={16} aria-hidden />}
        >
          {t('importFile')}
        </Button>
      )}
    </FileButton>
  );
};
