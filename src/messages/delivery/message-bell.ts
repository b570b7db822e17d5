import { sql, type RawBuilder } from 'kysely';

/** The channel on which workers hear that there is something to deliver, or facts to take. */
export const messageBell = 'frontdesk_messages';

/** The call as part of a statement; it is heard when the transaction commits. */
export const ringBell: RawBuilder<void> = sql`pg_notify(${messageBell}, '')`;
