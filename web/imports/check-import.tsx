import { Button } from '@mantine/core';
import { IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../src/imports/rules/import-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FileContents } from './file-contents.tsx';
import { FileFormat } from './file-format.tsx';
import { ImportChoices } from './import-choices.tsx';
import { ImportPreview } from './import-preview.tsx';
import classes from './imports.module.css';
import { previewQuery } from './imports.query.ts';
import { useImportCommands } from './use-import-commands.ts';

/** Everything to look at and to decide before anything changes. The preview follows each decision. */
export const CheckImport = ({ one, clinic }: { one: ImportView; clinic: MyClinic }) => {
  const { t } = useTranslation('imports');
  const commands = useImportCommands(clinic.id, one);
  const preview = useQuery(
    previewQuery(clinic.id, one.id, { mapping: one.mapping, choices: one.choices, format: one.format }),
  );
  return (
    <>
      <div className={classes.actions}>
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          disabled={one.mappingFault !== null || commands.isBusy}
          onClick={commands.start}
        >
          {t('start', { count: one.rowsTotal })}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={commands.isBusy}
          onClick={commands.forget}
        >
          {t('discard')}
        </Button>
      </div>
      <div className={classes.columns}>
        <div className={classes.side}>
          {one.kind === 'csv' ? (
            <ColumnMapping
              one={one}
              samples={preview.data?.samples ?? []}
              onChange={(mapping) => commands.change({ mapping })}
            />
          ) : (
            <FileContents resources={one.profile.resources} />
          )}
          <ImportChoices one={one} onChange={(choices) => commands.change({ choices })} />
          {one.format !== null && (
            <FileFormat format={one.format} onChange={(format) => commands.change({ format })} />
          )}
        </div>
        <div className={classes.side}>
          {preview.isError && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data !== undefined && (
            <ImportPreview preview={preview.data} stale={preview.isPlaceholderData} />
          )}
        </div>
      </div>
    </>
  );
};
