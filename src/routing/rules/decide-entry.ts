import { openingAt, type Opening } from '../../clinics/rules/opening.ts';
import type { RoutingSnapshot } from './routing-snapshot.ts';

/** Where a new call begins, with the reason that goes into its history. */
export type Entry =
  | { go: 'menu'; reason: 'open' | 'after-hours' | 'holiday' }
  | { go: 'assistant'; reason: 'open' }
  | { go: 'staff'; reason: 'no-menu' | 'empty-menu' | 'after-hours' | 'holiday' }
  | { go: 'voicemail'; reason: 'after-hours' | 'holiday' }
  | { go: 'external'; number: string; reason: 'after-hours' | 'holiday' };

const closedEntry = ({ settings }: RoutingSnapshot, reason: 'after-hours' | 'holiday'): Entry => {
  if (settings.afterHours === 'external' && settings.afterHoursNumber !== null) {
    return { go: 'external', number: settings.afterHoursNumber, reason };
  }
  if (settings.afterHours === 'menu' || settings.afterHours === 'staff')
    return { go: settings.afterHours, reason };
  return { go: 'voicemail', reason };
};

/** The first decision about a call: closed or open, assistant, menu, or straight to a person. */
export const decideEntry = (
  snapshot: RoutingSnapshot,
  now: Temporal.Instant,
): { entry: Entry; opening: Opening } => {
  const { settings, options, clinic } = snapshot;
  const opening = openingAt(settings.businessHours, settings.holidays, clinic.timeZone, now);
  const hasMenu = options.some((option) => option.parentId === null);
  if (!opening.open) {
    const entry = closedEntry(snapshot, opening.reason);
    return {
      opening,
      entry: entry.go === 'menu' && !hasMenu ? { go: 'voicemail', reason: opening.reason } : entry,
    };
  }
  if (settings.menuEnabled && hasMenu) return { opening, entry: { go: 'menu', reason: 'open' } };
  if (settings.aiEnabled) return { opening, entry: { go: 'assistant', reason: 'open' } };
  return { opening, entry: { go: 'staff', reason: settings.menuEnabled ? 'empty-menu' : 'no-menu' } };
};
