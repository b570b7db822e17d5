import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../src/imports/rules/import-views.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './imports.module.css';

const encodings: Record<Format['encoding'], string> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16 LE)',
  'utf-16be': 'Unicode (UTF-16 BE)',
  'windows-1252': 'Windows (1252)',
  macintosh: 'Macintosh',
  'iso-8859-2': 'ISO 8859-2',
  'windows-1250': 'Windows (1250)',
  'windows-1251': 'Windows (1251)',
};

interface FileFormatProps {
  format: Format;
  onChange: (format: Format) => void;
}

/** How the bytes of the file are rows. Guessed; another answer reads the file again. */
export const FileFormat = ({ format, onChange }: FileFormatProps) => {
  const { t } = useTranslation('imports');
  const delimiters = [
    { value: ',', label: t('format.delimiters.comma') },
    { value: ';', label: t('format.delimiters.semicolon') },
    { value: '\t', label: t('format.delimiters.tab') },
    { value: '|', label: t('format.delimiters.bar') },
  ];
  return (
    <Panel title={t('format.title')}>
      <Stack className={classes.body}>
        <NativeSelect
          label={t('format.encoding')}
          value={format.encoding}
          data={Object.entries(encodings).map(([value, label]) => ({ value, label }))}
          onChange={(event) =>
            onChange({ ...format, encoding: event.currentTarget.value as Format['encoding'] })
          }
        />
        <NativeSelect
          label={t('format.delimiter')}
          value={format.delimiter}
          data={delimiters}
          onChange={(event) =>
            onChange({ ...format, delimiter: event.currentTarget.value as Format['delimiter'] })
          }
        />
        <Checkbox
          label={t('format.hasHeader')}
          checked={format.hasHeader}
          onChange={(event) => onChange({ ...format, hasHeader: event.currentTarget.checked })}
        />
      </Stack>
    </Panel>
  );
};
