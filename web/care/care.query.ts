import { queryOptions } from '@tanstack/react-query';
import type { CareView } from '../../src/care/rules/care-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const careQuery = (clinicId: string, patientId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'care', patientId),
    queryFn: ({ signal }) =>
      request<CareView>(clinicPath(clinicId, `patients/${encodeURIComponent(patientId)}/care`), { signal }),
  });
