import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Asks once, and says what stays. */
export const UndoImport = ({ busy, onUndo }: { busy: boolean; onUndo: () => void }) => {
  const { t } = useTranslation('imports');
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={open} onChange={close} width={320} position="bottom-start" trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={busy}
          onClick={toggle}
        >
          {t('report.undo')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('report.undo')}>
        <Stack gap="sm">
          <Text size="sm">{t('report.undoText')}</Text>
          <Group>
            <Button
              color="red"
              size="xs"
              onClick={() => {
                close();
                onUndo();
              }}
            >
              {t('report.undoSure')}
            </Button>
            <Button variant="default" size="xs" onClick={close}>
              {t('report.undoKeep')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
