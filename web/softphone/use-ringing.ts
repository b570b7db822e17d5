import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setUrgentTitle } from '../ui/page-title.ts';
import { startRinging } from './ring-tone.ts';

/** Everything that says "it rings" outside of the dock: tone, tab title, and a notification when the tab is not looked at. */
export const useRinging = (callSid: string | null, who: string, reason: string | null): void => {
  const { t } = useTranslation('softphone');
  useEffect(() => (callSid === null ? undefined : startRinging()), [callSid]);

  const title = t('ringing.title', { who });
  useEffect(() => {
    if (callSid === null) return undefined;
    setUrgentTitle(`☎ ${title}`);
    return () => setUrgentTitle(null);
  }, [callSid, title]);

  useEffect(() => {
    if (callSid === null || !('Notification' in window) || Notification.permission !== 'granted')
      return undefined;
    if (!document.hidden && document.hasFocus()) return undefined;
    const notification = new Notification(title, {
      tag: callSid, // the name may arrive after the call: the second one replaces the first
      silent: true,
      requireInteraction: true,
      ...(reason === null ? {} : { body: reason }),
    });
    notification.addEventListener('click', () => window.focus());
    return () => notification.close();
  }, [callSid, title, reason]);
};
