import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSoftphone } from './softphone-context.ts';
import { useStartCall } from './use-start-call.ts';

interface CallButtonProps {
  clinicId: string;
  /** E.164 */
  to: string;
  name: string;
  /** The message that is answered by this call. */
  voicemailId?: string;
  /** Words on the button instead of "Call". */
  label?: string;
  size?: 'xs' | 'sm';
}

/** Calls a person from this browser; not there for accounts without a softphone. */
export const CallButton = ({ clinicId, to, name, voicemailId, label, size = 'sm' }: CallButtonProps) => {
  const { t } = useTranslation('softphone');
  const { device } = useSoftphone();
  const { start, possible, pending } = useStartCall(clinicId);
  if (device === null) return null;
  return (
    <Button
      size={size}
      variant="default"
      leftSection={<IconPhone size={16} aria-hidden />}
      disabled={!possible}
      loading={pending}
      onClick={() => start(to, voicemailId)}
    >
      {label ?? t('callPerson', { name })}
    </Button>
  );
};
