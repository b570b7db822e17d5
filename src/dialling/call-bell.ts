import { sql, type RawBuilder } from 'kysely';

/** The channel on which workers hear that there is a call to make, room for one, or an outcome to tell. */
export const callBell = 'frontdesk_calls';

/** As part of a statement; it is heard when the transaction commits. */
export const ringBell: RawBuilder<void> = sql`pg_notify(${callBell}, '')`;
