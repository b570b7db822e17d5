import { z } from 'zod';
import { staffViewSchema } from '../../staff/rules/staff-views.ts';
import { liveCallSchema } from './call-views.ts';

/** `GET /api/v1/clinics/:clinicId/now`: the board that a receptionist looks at all day (voicemails come from their own list). */
export const nowSchema = z.object({
  at: z.iso.datetime(),
  calls: z.array(liveCallSchema),
  staff: z.array(staffViewSchema),
  appointmentsToday: z.array(
    z.object({
      id: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      patientName: z.string(),
      practitioner: z.string(),
      reason: z.string(),
      status: z.enum(['booked', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled']),
    }),
  ),
});
export type Now = z.infer<typeof nowSchema>;
