import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppointmentStatus } from '../../src/appointments/rules/appointment-status.ts';
import type {
  AppointmentView,
  CancelledBy,
  ChangedAppointment,
  Overlap,
} from '../../src/appointments/rules/appointment-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { calendar } from '../ui/moment.ts';
import { offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { appointmentPath, appointmentQuery } from './appointments.query.ts';

export interface Move {
  startsAt: string;
  endsAt: string;
  practitioner: AppointmentView['practitioner'];
}
type Change = Move & { typeId?: string | null; reason?: string };

/** Shows an appointment as it is now, or will be in a moment, wherever it is shown. */
const showEverywhere = (queries: QueryClient, clinicId: string, changed: AppointmentView): void => {
  queries.setQueryData(appointmentQuery(clinicId, changed.id).queryKey, changed);
  queries.setQueriesData<AppointmentView[]>(
    { queryKey: clinicKey(clinicId, 'appointments', 'book') },
    (book) => book?.map((one) => (one.id === changed.id ? changed : one)),
  );
};

const putStatus = (clinicId: string, id: string, body: object) =>
  request<AppointmentView>(appointmentPath(clinicId, id, '/status'), { method: 'PUT', body });
const patch = (clinicId: string, id: string, body: object) =>
  request<ChangedAppointment>(appointmentPath(clinicId, id), { method: 'PATCH', body });

/** Moves appointments, says better what they are for, changes their status: shown at once, taken back when refused, undone on request. */
export const useBookChanges = (clinic: MyClinic) => {
  const { t, i18n } = useTranslation(['calendar', 'appointments', 'ui']);
  const queries = useQueryClient();
  const words = useProblemWords();
  const { id: clinicId, timeZone } = clinic;
  const show = (changed: AppointmentView): void => showEverywhere(queries, clinicId, changed);
  const refused = (before: AppointmentView) => (error: unknown) => {
    show(before);
    reportProblem(words(error));
    void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'appointments') });
  };
  const when = (at: string): string => calendar(at, Date.now() / 1000, i18n.language, timeZone);
  const warning = ([first]: readonly Overlap[]): string =>
    first === undefined ? '' : ` ${t(`calendar:overlaps.${first.of}`, { name: first.patientName })}`;

  const undo = async (before: AppointmentView, revision: number): Promise<void> => {
    const { startsAt, endsAt, practitioner, type, reason } = before;
    const typeId = type?.id ?? null;
    const body = { revision, startsAt, endsAt, practitionerId: practitioner.id, typeId, reason };
    const { appointment } = await patch(clinicId, before.id, body);
    const confirm = { revision: appointment.revision, status: 'confirmed' };
    show(before.status === 'confirmed' ? await putStatus(clinicId, before.id, confirm) : appointment);
  };
  const change = (before: AppointmentView, { practitioner, ...to }: Change): void => {
    const { startsAt, endsAt, reason = before.reason } = to;
    show({
      ...before,
      startsAt,
      endsAt,
      reason,
      practitioner: { id: practitioner.id, name: practitioner.name },
    });
    const body = { ...to, practitionerId: practitioner.id, revision: before.revision };
    void patch(clinicId, before.id, body).then(({ appointment, overlaps }) => {
      show(appointment);
      offerUndo({
        message: t('calendar:moved', { name: before.patient.name, when: when(startsAt) }) + warning(overlaps),
        undoLabel: t('ui:undo'),
        onUndo: () => void undo(before, appointment.revision).catch(refused(appointment)),
      });
    }, refused(before));
  };
  const setStatus = (
    before: AppointmentView,
    status: AppointmentStatus,
    cancelledBy: CancelledBy = 'unknown',
  ): void => {
    show({ ...before, status });
    void putStatus(clinicId, before.id, { revision: before.revision, status, cancelledBy }).then((after) => {
      show(after);
      const back = { revision: after.revision, status: before.status };
      offerUndo({
        message: `${before.patient.name}: ${t(`appointments:statuses.${status}`)}`,
        undoLabel: t('ui:undo'),
        onUndo: () => void putStatus(clinicId, before.id, back).then(show, refused(after)),
      });
    }, refused(before));
  };
  return { change, setStatus };
};
export type BookChanges = ReturnType<typeof useBookChanges>;
