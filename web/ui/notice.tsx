import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

interface UndoNotice {
  message: string;
  undoLabel: string;
  onUndo: () => void;
}

/** Says what was done, with a way back for eight seconds. */
export const offerUndo = ({ message, undoLabel, onUndo }: UndoNotice): void => {
  const id = notifications.show({
    autoClose: 8000,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
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
  notifications.show({ color: 'red', autoClose: 10_000, withBorder: true, message });
};

/** Says that something was done. */
export const confirmDone = (message: string): void => {
  notifications.show({ color: 'green', autoClose: 4000, withBorder: true, message });
};
