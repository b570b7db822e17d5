import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyView } from '../../src/encryption/rules/key-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { confirmDone } from '../ui/notice.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useKeyDeed } from './encryption.query.ts';
import classes from './section-form.module.css';
import lines from './setting-lines.module.css';

/** Keys that nothing here is sealed with any more: copies of the database from before still are. */
export const FormerKeys = ({ view: { former, source } }: { view: KeyView }) => {
  const { t } = useTranslation('installation');
  const { clinic } = useCurrentClinic();
  const count = former.length;
  return (
    <Panel title={t('encryption.former.title', { count })}>
      <dl className={lines.lines}>
        {former.map(({ fingerprint, until }) => (
          <div key={fingerprint}>
            <dt>
              <code>{fingerprint}</code>
            </dt>
            <dd>
              {t('encryption.former.until')}{' '}
              <MomentText at={until} timeZone={clinic.timeZone} words="calendar" />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.form}>
        <p className={classes.text}>
          {t(source === 'file' ? 'encryption.former.text' : 'encryption.former.textEnvironment', { count })}
        </p>
        {source === 'file' && <DiscardFormer count={count} />}
      </div>
    </Panel>
  );
};

/** Asks once, and says what is lost. */
const DiscardFormer = ({ count }: { count: number }) => {
  const { t } = useTranslation('installation');
  const [open, { toggle, close }] = useDisclosure(false);
  const discard = useKeyDeed('discard');
  const sure = (): void => {
    close();
    discard.mutate(undefined, { onSuccess: () => confirmDone(t('encryption.former.done', { count })) });
  };
  return (
    <>
      {discard.isError && <ProblemNotice error={discard.error} />}
      <div>
        <Popover opened={open} onChange={close} width={320} position="bottom-start" trapFocus withArrow>
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={discard.isPending}
              onClick={toggle}
            >
              {t('encryption.former.discard', { count })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('encryption.former.discard', { count })}>
            <Stack gap="sm">
              <Text size="sm">{t('encryption.former.lost')}</Text>
              <Group>
                <Button color="red" size="xs" onClick={sure}>
                  {t('encryption.former.sure')}
                </Button>
                <Button variant="default" size="xs" onClick={close}>
                  {t('encryption.former.keep')}
                </Button>
              </Group>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </div>
    </>
  );
};
