import {
  IconArrowFork,
  IconClock,
  IconClipboardText,
  IconMessage,
  IconPhone,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react';
import type { Step } from '../../src/workflows/rules/steps.ts';

export const stepIcons: Record<Step['do'], Icon> = {
  WAIT: IconClock,
  CONDITION: IconQuestionMark,
  BRANCH: IconArrowFork,
  MAKE_PHONE_CALL: IconPhone,
  SEND: IconMessage,
  SEND_SMS: IconMessage,
  SEND_APPOINTMENT_REMINDER: IconMessage,
  CREATE_CALL_NOTE: IconClipboardText,
  SCHEDULE_CALLBACK: IconClipboardText,
  NOTIFY_TEAM_MEMBER: IconClipboardText,
  RESCHEDULE_APPOINTMENT: IconClipboardText,
  SCHEDULE_APPOINTMENT: IconClipboardText,
};
