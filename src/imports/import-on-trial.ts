import { inClinic } from '../platform/database/database.ts';
import type { DemoApp } from '../../test/fixtures/demo-app.ts';
import { createSecrets } from '../platform/secrets.ts';
import type { ImportDependencies } from './imports-work.ts';
import { readFile } from './read-file.ts';
import type { Choices, FindingView, ImportView } from './rules/import-views.ts';
import type { Field } from './rules/columns.ts';
import { runImport } from './run-import.ts';

/** Imports over real HTTP in a demo clinic, its jobs done by hand. */
export const importsIn = (app: DemoApp, clinicId: string, email: string) => {
  const deps: ImportDependencies = {
    database: app.database,
    clock: app.clock,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    send: async () => {},
    onAppointmentsChanged: async () => {},
  };
  const path = (rest: string): string => `/api/v1/clinics/${clinicId}/imports${rest}`;
  const get = async <T>(rest: string): Promise<T> =>
    (await app.as(email, 'GET', path(rest))).json() as Promise<T>;
  const upload = async (
    content: string | Uint8Array<ArrayBuffer>,
    fileName = 'patients.csv',
    headers: Record<string, string> = {},
  ) =>
    fetch(`${app.url}${path(`?fileName=${encodeURIComponent(fileName)}`)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await app.tokenOf(email)}`,
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body: content,
    });
  const read = async (content: string | Uint8Array<ArrayBuffer>, fileName?: string): Promise<ImportView> => {
    const { id } = (await (await upload(content, fileName)).json()) as ImportView;
    await readFile(deps, { clinicId, importId: id });
    return get<ImportView>(`/${id}`);
  };
  const change = async (id: string, body: { mapping?: Field[]; choices?: Partial<Choices> }) =>
    app.as(email, 'PATCH', path(`/${id}`), body);
  const run = async (id: string): Promise<ImportView> => {
    await app.as(email, 'POST', path(`/${id}/start`));
    await runImport(deps, { clinicId, importId: id });
    return get<ImportView>(`/${id}`);
  };
  return {
    deps,
    path,
    get,
    upload,
    read,
    change,
    run,
    findings: async (id: string) => (await get<{ items: FindingView[] }>(`/${id}/findings?limit=200`)).items,
    patients: () =>
      inClinic(app.database, clinicId, (trx) =>
        trx
          .selectFrom('patients')
          .select(['id', 'given_name', 'family_name', 'birth_date', 'language', 'archived_at', 'salutation'])
          .where('clinic_id', '=', clinicId)
          .where('merged_into', 'is', null)
          .execute(),
      ),
    inClinic: <T>(work: Parameters<typeof inClinic<T>>[2]) => inClinic(app.database, clinicId, work),
  };
};
