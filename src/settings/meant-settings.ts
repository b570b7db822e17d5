import { Problem } from '../platform/errors.ts';
import type { InstallationAdapters } from './installation-adapters.ts';
import type { InstallationSettings, SectionName } from './rules/installation-settings.ts';
import { completeInput, type SettingsInput } from './rules/settings-input.ts';

/** What is meant by an input: secrets that were left out stay as they are. */
export const meantBy = <Name extends SectionName>(
  { adapters }: { adapters: InstallationAdapters },
  name: Name,
  input: SettingsInput[Name],
): InstallationSettings[Name] => {
  const complete = completeInput(name, input, adapters.inForce()[name]);
  if ('missing' in complete) throw new Problem('invalid', `${complete.missing}: has to be given (again)`);
  return complete.value;
};
