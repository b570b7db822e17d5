import { useEffect, useState } from 'react';
import { request } from '../platform/request.ts';

export type Notifying = 'unknown' | 'impossible' | 'off' | 'on' | 'refused';

const worker = '/l/push-worker.js';

/** Browsers without it, and pages without a secure connection, have none of these. */
const isPossible = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const subscriptionHere = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription()) ?? null;
};

const stateHere = async (): Promise<Notifying> => {
  if (!isPossible()) return 'impossible';
  if (Notification.permission === 'denied') return 'refused';
  return (await subscriptionHere()) === null ? 'off' : 'on';
};

const start = async (path: string, publicKey: string): Promise<Notifying> => {
  if ((await Notification.requestPermission()) !== 'granted') return stateHere();
  await navigator.serviceWorker.register(worker);
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  await request(`${path}/page/notifications`, { method: 'PUT', body: { endpoint, keys } });
  return 'on';
};

const end = async (path: string): Promise<Notifying> => {
  const subscription = await subscriptionHere();
  if (subscription === null) return 'off';
  const { endpoint } = subscription;
  await request(`${path}/page/notifications/end`, { method: 'POST', body: { endpoint } });
  await subscription.unsubscribe();
  return 'off';
};

/** Whether this browser takes notifications of the clinic, and how that is changed. */
export const useNotifications = (path: string, publicKey: string) => {
  const [state, setState] = useState<Notifying>('unknown');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    void stateHere().then((found) => isHere && setState(found));
    return () => {
      isHere = false;
    };
  }, []);
  const change = (to: Promise<Notifying>): void => {
    setFailed(false);
    to.then(setState).catch(() => setFailed(true));
  };
  return {
    state,
    failed,
    start: () => change(start(path, publicKey)),
    end: () => change(end(path)),
  };
};
