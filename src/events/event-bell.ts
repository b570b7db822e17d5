import { sql, type RawBuilder } from 'kysely';

/** The channel on which a clinic's id is called out when it has events to dispatch. */
export const eventBell = 'frontdesk_events';

/** The call as part of a statement. */
export const ringFor = (clinicId: string, any = true): RawBuilder<unknown> =>
  any ? sql`pg_notify(${eventBell}, ${clinicId})` : sql`NULL`;
