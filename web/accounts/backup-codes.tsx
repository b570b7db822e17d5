import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import section from '../ui/section.module.css';
import classes from './access.module.css';

interface BackupCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** The codes for the day on which the telephone is lost, shown once. */
export const BackupCodes = ({ codes, onKept }: BackupCodesProps) => {
  const { t } = useTranslation('access');
  const text = codes.join('\n');
  return (
    <div className={classes.sections}>
      <h3 className={section.heading}>{t('factor.codesTitle')}</h3>
      <p className={section.text}>{t('factor.codes')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={section.actions}>
        <Button onClick={onKept}>{t('factor.kept')}</Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? t('factor.copied') : t('factor.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download={t('factor.fileName')}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('factor.download')}
        </Button>
      </div>
    </div>
  );
};
