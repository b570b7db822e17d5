import { useEffect } from 'react';
import { clinicPath, request } from '../platform/request.ts';

const beatMilliseconds = 15_000;

const presenceSession = (): string => {
  try {
    const known = sessionStorage.getItem('frontdesk.session');
    if (known !== null) return known;
    const fresh = crypto.randomUUID();
    sessionStorage.setItem('frontdesk.session', fresh);
    return fresh;
  } catch {
    return crypto.randomUUID();
  }
};
const session = presenceSession();

/** Tells the server that this tab is gone. Never fails: without it the server notices 45 s later. */
export const endPresence = async (clinicId: string): Promise<void> => {
  await request(clinicPath(clinicId, 'my/presence'), { method: 'DELETE', body: { session } }).catch(
    () => undefined,
  );
};

/** While `reachable`, tells the server every 15 s that a call given to this person would ring in this tab. */
export const usePresence = (clinicId: string | null, reachable: boolean): void => {
  useEffect(() => {
    if (clinicId === null || !reachable) return undefined;
    const beat = (): void => {
      // A beat that fails is made good by the next one.
      void request(clinicPath(clinicId, 'my/presence'), { method: 'PUT', body: { session } }).catch(
        () => undefined,
      );
    };
    beat();
    const timer = setInterval(beat, beatMilliseconds);
    return () => clearInterval(timer);
  }, [clinicId, reachable]);

  useEffect(() => {
    if (clinicId === null) return undefined;
    const leave = (): void => {
      const body = new Blob([JSON.stringify({ session })], { type: 'application/json' });
      navigator.sendBeacon(clinicPath(clinicId, 'my/presence/end'), body);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [clinicId]);
};
