import { Alert, Button } from '@mantine/core';
import { IconFileX, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../src/imports/rules/import-views.ts';
import { FileFormat } from './file-format.tsx';
import classes from './imports.module.css';
import { useImportCommands } from './use-import-commands.ts';

/** Why this file cannot be read, and what can be tried. */
export const UnreadableFile = ({ one, clinicId }: { one: ImportView; clinicId: string }) => {
  const { t } = useTranslation('imports');
  const commands = useImportCommands(clinicId, one);
  return (
    <div className={classes.side}>
      <Alert color="red" variant="light" icon={<IconFileX />} title={t('status.unreadable')} role="alert">
        {t(`fileFaults.${one.fault ?? 'empty'}`)}
      </Alert>
      {one.fault === 'quote-not-closed' && (
        <FileFormat
          format={one.format ?? { encoding: 'utf-8', delimiter: ',', hasHeader: true }}
          onChange={(format) => commands.change({ format })}
        />
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={commands.isBusy}
          onClick={commands.forget}
        >
          {t('discard')}
        </Button>
      </div>
    </div>
  );
};
