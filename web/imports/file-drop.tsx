import { FileButton, Button, Loader } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import classes from './file-drop.module.css';
import { uploadFile } from './imports.query.ts';

const accepted = '.csv,.txt,.tsv,.json,.ndjson,text/csv,application/json,application/fhir+json';

/** Takes the file, by a button or dropped, and goes on to its page. */
export const FileDrop = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(clinicId, file),
    onSuccess: ({ id }) =>
      navigate({ to: '/clinics/$clinicId/patients/import/$importId', params: { clinicId, importId: id } }),
  });
  const take = (file: File | null | undefined): void => {
    if (file) upload.mutate(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {upload.isError && <ProblemNotice error={upload.error} />}
      {upload.isPending ? (
        <p className={classes.line} role="status">
          <Loader size="sm" /> {t('drop.uploading', { name: upload.variables.name })}
        </p>
      ) : (
        <p className={classes.line}>
          <FileButton onChange={take} accept={accepted}>
            {(props) => (
              <Button {...props} leftSection={<IconFileUpload size={18} aria-hidden />}>
                {t('drop.label')}
              </Button>
            )}
          </FileButton>
          <span className={classes.text}>{t('drop.text')}</span>
        </p>
      )}
      <p className={classes.kinds}>
        {t('drop.kinds')}
        <br />
        {t('drop.spreadsheetHint')}
      </p>
    </div>
  );
};
