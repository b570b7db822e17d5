import type { MyClinic } from '../accounts/me.query.ts';
import { useOnTick } from '../ui/clock.ts';
import { dayOf } from '../ui/moment.ts';

/** The clinic's calendar day, as `2026-11-21`; changes at its midnight. */
export const useToday = (clinic: MyClinic): string =>
  useOnTick((second) => dayOf(second * 1000, clinic.timeZone));
