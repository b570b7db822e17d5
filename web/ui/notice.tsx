import { Button, Group, Text } from '@mantine/core';
import i18next from 'i18next';
import { notifications, type NotificationData } from '@mantine/notifications';

let wanted = false;
const listeners = new Set<() => void>();

export const areNoticesWanted = (): boolean => wanted;
export const whenNoticesAreWanted = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const show = (notice: NotificationData): string => {
  wanted = true;
  for (const listener of listeners) listener();
  return notifications.show({ closeButtonProps: { 'aria-label': i18next.t('ui:close') }, ...notice });
};

interface UndoNotice {
  message: string;
  undoLabel: string;
  onUndo: () => void;
}

/** Says what was done, with a way back for eight seconds. */
export const offerUndo = ({ message, undoLabel, onUndo }: UndoNotice): void => {
  const id = show({
    autoClose: 8000,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            onUndo();
            notifications.hide(id);
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  });
};

/** Says what went wrong, until it is closed or ten seconds have passed. */
export const reportProblem = (message: string): void => {
  show({ color: 'red', autoClose: 10_000, withBorder: true, message });
};

/** Says that something was done. */
export const confirmDone = (message: string): void => {
  show({ color: 'green', autoClose: 4000, withBorder: true, message });
};
