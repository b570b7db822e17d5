import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectSettings, updateSettings } from './clinics.store.ts';
import type { ClinicSettings } from './rules/clinic-settings.ts';

export const readClinicSettings = (trx: ClinicTransaction): Promise<ClinicSettings> => selectSettings(trx);

export const changeClinicSettings = (trx: ClinicTransaction, settings: ClinicSettings): Promise<void> =>
  updateSettings(trx, settings);
