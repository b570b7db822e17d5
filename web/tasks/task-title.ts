import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../src/tasks/rules/task-view.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';

/** What a task says; a callback without words says whom to ring. */
export const useTaskTitle = (): ((task: TaskView) => string) => {
  const { t } = useTranslation('tasks');
  const { format } = usePhoneNumbers();
  return ({ title, patient, phoneNumber }) => {
    if (title !== null) return title;
    if (patient !== null) return t('callBack', { name: patient.name });
    return phoneNumber === null
      ? t('callBackSomebody')
      : t('callBackNumber', { number: format(phoneNumber) });
  };
};
