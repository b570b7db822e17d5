import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import { selectSections, type StoredSection } from './installation.store.ts';
import {
  sectionNames,
  sectionSchemas,
  type InstallationSettings,
  type SectionName,
} from './rules/installation-settings.ts';

type Change = { at: Temporal.Instant; by: string | null };
export type Installation = {
  stored: Partial<InstallationSettings>;
  changes: Partial<Record<SectionName, Change>>;
};

export const contextOfSection = (name: string): string => `installation:${name}`;

export const sealSection = <Name extends SectionName>(
  secrets: Secrets,
  name: Name,
  value: InstallationSettings[Name],
): Uint8Array => secrets.encrypt(new TextEncoder().encode(JSON.stringify(value)), contextOfSection(name));

const openSection = (secrets: Secrets, name: SectionName, row: StoredSection): unknown =>
  JSON.parse(new TextDecoder().decode(secrets.decrypt(row.sealed, contextOfSection(name))));

/**
 * What was set in the portal. A section that does not open (restored with another key) counts as not set, so that the
 * rest goes on and somebody can set it anew.
 */
export const loadInstallation = async (
  database: Database,
  secrets: Secrets,
  log: Log,
): Promise<Installation> => {
  const rows = await selectSections(database);
  const stored: Record<string, unknown> = {};
  const changes: Installation['changes'] = {};
  for (const name of sectionNames) {
    const row = rows.find((each) => each.name === name);
    if (!row) continue;
    try {
      stored[name] = sectionSchemas[name].parse(openSection(secrets, name, row));
      changes[name] = { at: row.changedAt, by: row.changedBy };
    } catch {
      log.error({ section: name }, 'a section of the settings cannot be opened with this encryption key');
    }
  }
  return { stored: stored, changes };
};
