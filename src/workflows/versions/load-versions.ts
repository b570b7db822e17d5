import type { ClinicTransaction } from '../../platform/database/database.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { selectVersions, type StepTexts } from './versions.store.ts';

export type Version = { definition: Definition; texts: StepTexts };
type Wanted = { workflowId: string; version: number };

/** Versions never change, so each is read and checked once in a process, as long as it is used. */
const remembered = new Map<string, Version>();
const mostRemembered = 1000;

const nameOf = (clinicId: string, { workflowId, version }: Wanted): string =>
  `${clinicId}/${workflowId}/${version}`;

/** @returns undefined for one that cannot be read by this program any more */
export const loadVersions = async (
  trx: ClinicTransaction,
  wanted: readonly Wanted[],
): Promise<(one: Wanted) => Version | undefined> => {
  const byName = new Map(wanted.map((one) => [nameOf(trx.clinicId, one), one]));
  const found = new Map<string, Version>();
  const missing: Wanted[] = [];
  for (const [name, one] of byName) {
    const known = remembered.get(name);
    if (known) found.set(name, known);
    else missing.push(one);
  }
  if (missing.length > 0)
    for (const row of await selectVersions(trx, missing)) {
      const read = definitionSchema.safeParse(row.definition);
      if (!read.success) continue;
      const version = { definition: read.data, texts: row.texts };
      const name = nameOf(trx.clinicId, row);
      found.set(name, version);
      remembered.set(name, version);
    }
  // The oldest go first; what is still used comes back with the next batch.
  for (const name of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(name);
  }
  return (one) => found.get(nameOf(trx.clinicId, one));
};
