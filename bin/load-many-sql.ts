// One large practice in SQL: every statement makes all rows of a table at once, the same for the same size.
import type pg from 'pg';

export const largeClinic = '0199a1b2-0000-7000-8000-000000000001';

/** An id of its own for the n-th row of a kind; ordered as the rows are. */
export const idOf = (kind: number, n: string): string =>
  `('0199a1b2-${String(kind).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** A number below `most` that looks like chance and is the same every time. */
export const chance = (n: string, salt: number, most: number | string): string =>
  `(abs(hashint4((${n})::int * 31 + ${salt})::bigint) % ${most})`;
const pick = (list: string, n: string, salt: number): string =>
  `(${list})[1 + ${chance(n, salt, `array_length(${list}, 1)`)}]`;

const givenNames = `'{Anna,Ben,Chloe,David,Emma,Felix,Grace,Henry,Ida,Jakob,Klara,Liam,Mia,Noah,Olivia,Paul,Quentin,Rosa,Sofia,Thomas,Ursula,Victor,Wilma,Xavier,Yusuf,Zoë,Jürgen,María,José,Łukasz,Agnieszka,Mehmet,Fatma,Priya,Wei,Yuki,Charlotte,Maximilian,Elisabeth,Alexander}'::text[]`;
const starts = `'{Ack,Berg,Cald,Dorn,Eich,Fried,Gold,Hart,Ing,Joh,Kauf,Lind,Müll,Neu,Ost,Pet,Quin,Rosen,Schmid,Thal,Ull,Vog,Wein,York,Zimm,Baum,Brook,Fisch,Grün,Hall,Kirch,Lang,Mar,Nov,Oak,Park,Rich,Stein,Wagn,Wood}'::text[]`;
const ends = `'{er,mann,berg,son,ford,feld,thal,ski,sen,stein,wick,hofer,ton,ley,bauer,inger,ham,dorf,meier,well,bach,witz,brook,hagen,stone}'::text[]`;

const people = (count: number): string[] => [
  `INSERT INTO clinics (id, name, slug, time_zone, language, currency)
   VALUES ('${largeClinic}', 'Large Practice', 'large-practice', 'America/Chicago', 'en', 'USD')`,
  `INSERT INTO clinic_phone_numbers (phone_number, clinic_id, label) VALUES ('+13125550001', '${largeClinic}', 'Main')`,
  `INSERT INTO call_settings (clinic_id, id, language) VALUES ('${largeClinic}', '${largeClinic}', 'en')`,
  `INSERT INTO departments (clinic_id, id, name) SELECT '${largeClinic}', ${idOf(1, 'n')}, 'Department ' || n FROM generate_series(1, 6) n`,
  `INSERT INTO staff_members (clinic_id, id, name) SELECT '${largeClinic}', ${idOf(2, 'n')}, 'Member ' || n FROM generate_series(1, 20) n`,
  `INSERT INTO users (id, name, email) SELECT ${idOf(9, 'n')}, 'Member ' || n, 'member' || n || '@large.example' FROM generate_series(1, 20) n`,
  `INSERT INTO practitioners (clinic_id, id, name) SELECT '${largeClinic}', ${idOf(3, 'n')}, 'Dr. ' || n FROM generate_series(1, 12) n`,
  `INSERT INTO patients (clinic_id, id, given_name, family_name, birth_date, language, balance_cents, vip, created_at, archived_at)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, ${pick(givenNames, 'n', 1)},
     ${pick(starts, 'n / 3', 2)} || ${pick(ends, 'n / 3', 3)} || CASE WHEN n % 9 = 0 THEN '-' || ${pick(starts, 'n', 4)} || ${pick(ends, 'n', 5)} ELSE '' END,
     date '1935-01-01' + ${chance('n', 6, 32000)}::int, (ARRAY['en', 'de', NULL])[1 + ${chance('n', 7, 3)}],
     CASE WHEN n % 7 = 0 THEN ${chance('n', 8, 90000)} ELSE 0 END, n % 97 = 0,
     now() - n * interval '20 minutes', CASE WHEN n % 41 = 0 THEN now() END
   FROM generate_series(1, ${count}) n`,
  `INSERT INTO patient_phone_numbers (clinic_id, patient_id, phone_number, kind, preferred)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, '+1312' || lpad((2000000 + n / 2)::text, 7, '0'), 'mobile', true
   FROM generate_series(1, ${count}) n WHERE n % 11 <> 0`,
  `INSERT INTO patient_phone_numbers (clinic_id, patient_id, phone_number, kind)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, '+1773' || lpad((2000000 + n)::text, 7, '0'), 'home' FROM generate_series(1, ${count}) n WHERE n % 3 = 0`,
  `INSERT INTO patient_emails (clinic_id, patient_id, email, preferred)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, 'person' || n || '@mail.example', true FROM generate_series(1, ${count}) n WHERE n % 4 <> 0`,
  `INSERT INTO patient_identifiers (clinic_id, value, patient_id)
   SELECT '${largeClinic}', 'P-' || (10000 + n), ${idOf(4, 'n')} FROM generate_series(1, ${count}) n`,
  `INSERT INTO patient_tags (clinic_id, patient_id, tag)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, ${pick(`'{braces,recall,anxious,implant,insurance}'::text[]`, 'n', 9)} FROM generate_series(1, ${count}) n WHERE n % 5 = 0`,
  `INSERT INTO patient_guardians (clinic_id, patient_id, guardian_id, relation)
   SELECT '${largeClinic}', ${idOf(4, 'n')}, ${idOf(4, 'n - 1')}, 'mother' FROM generate_series(2, ${count}) n WHERE n % 10 = 0`,
  `INSERT INTO patient_notes (clinic_id, id, patient_id, body, created_at)
   SELECT '${largeClinic}', ${idOf(5, 'n')}, ${idOf(4, `1 + ${chance('n', 10, count)}`)}, 'Prefers calls in the morning.', now() - n * interval '10 minutes'
   FROM generate_series(1, ${Math.ceil(count / 2)}) n`,
  `INSERT INTO leads (clinic_id, id, name, phone_number, created_at)
   SELECT '${largeClinic}', ${idOf(10, 'n')}, ${pick(givenNames, 'n', 20)} || ' ' || ${pick(starts, 'n', 21)} || ${pick(ends, 'n', 22)},
     '+1847' || lpad((2000000 + n)::text, 7, '0'), now() - n * interval '3 hours'
   FROM generate_series(1, ${Math.ceil(count / 50)}) n`,
  `INSERT INTO imports (clinic_id, id, file_name, kind, status, rows_total, rows_done, created_by, created_at)
   SELECT '${largeClinic}', ${idOf(11, 'n')}, 'patients-' || n || '.csv', 'csv', 'done', 500, 500, ${idOf(9, '1 + n % 20')}, now() - n * interval '1 day'
   FROM generate_series(1, 500) n`,
  `INSERT INTO appointments (clinic_id, id, patient_id, practitioner_id, starts_at, ends_at, reason, status)
   SELECT '${largeClinic}', ${idOf(6, 'n')}, ${idOf(4, `1 + ${chance('n', 11, count)}`)}, ${idOf(3, `1 + ${chance('n', 12, 12)}`)}, t, t + interval '30 minutes', 'Check-up',
     CASE WHEN t > now() THEN (ARRAY['booked', 'confirmed', 'cancelled'])[1 + ${chance('n', 13, 3)}] ELSE (ARRAY['completed', 'completed', 'no-show', 'cancelled'])[1 + ${chance('n', 14, 4)}] END
   FROM generate_series(1, ${count * 3}) n, LATERAL (SELECT date_trunc('hour', now()) + interval '60 days' - n * interval '5 minutes' * ${(300_000 / (count * 3)).toFixed(3)} AS t) s`,
];

const talk = (patients: number, calls: number): string[] => [
  // Half a million times for one call each is slower than once for all of them.
  'ALTER TABLE call_logs DISABLE TRIGGER call_logs_over',
  `INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since, outcome, state, caller_name,
     patient_id, department_id, answered_by, started_at, answered_at, ended_at, last_fact_at)
   SELECT '${largeClinic}', ${idOf(7, `${calls} - n`)}, 'CA' || lpad(n::text, 32, '0'), direction,
     CASE direction WHEN 'inbound' THEN other ELSE '+13125550001' END, CASE direction WHEN 'inbound' THEN '+13125550001' ELSE other END,
     'en', 'ended', t, outcome, '{}', CASE WHEN known THEN p.given_name || ' ' || p.family_name END, CASE WHEN known THEN p.id END,
     ${idOf(1, `1 + ${chance('n', 15, 6)}`)}, CASE outcome WHEN 'answered' THEN ${idOf(2, `1 + ${chance('n', 16, 20)}`)} END,
     t, CASE outcome WHEN 'answered' THEN t + interval '12 seconds' END, t + interval '3 minutes', t
   FROM generate_series(1, ${calls}) n,
     LATERAL (SELECT now() - n * interval '2 minutes' AS t, 1 + ${chance('n', 17, patients)} AS who, n % 4 <> 0 AS known,
       CASE WHEN n % 5 = 0 THEN 'outbound' ELSE 'inbound' END AS direction,
       (ARRAY['answered', 'answered', 'answered', 'voicemail', 'abandoned', 'missed'])[1 + ${chance('n', 18, 6)}] AS outcome) c
     JOIN LATERAL (SELECT '+1312' || lpad((2000000 + who / 2)::text, 7, '0') AS other) o ON true
     JOIN patients p ON p.clinic_id = '${largeClinic}' AND p.id = ${idOf(4, 'who')}`,
  'ALTER TABLE call_logs ENABLE TRIGGER call_logs_over',
  `INSERT INTO call_search_terms (clinic_id, term, number)
   SELECT DISTINCT '${largeClinic}'::uuid, term, c.other_number
   FROM (SELECT DISTINCT other_number, caller_name FROM call_logs WHERE clinic_id = '${largeClinic}') c,
     call_terms(c.other_number, c.caller_name) AS term`,
  `INSERT INTO voicemail_messages (clinic_id, id, call_id, recording_sid, department_id, language, status, received_at, duration_seconds, audio_status, transcription)
   SELECT clinic_id, id, id, 'RE' || substr(carrier_sid, 3), department_id, 'en', 'done', ended_at, 21, 'failed', 'unavailable' FROM call_logs
   WHERE clinic_id = '${largeClinic}' AND outcome = 'voicemail'`,
  `INSERT INTO audit_log (clinic_id, id, at, user_id, action, subject_kind, subject_id)
   SELECT '${largeClinic}', ${idOf(8, 'n')}, now() - n * interval '1 minute', CASE WHEN n % 50 <> 0 THEN ${idOf(9, `1 + ${chance('n', 23, 20)}`)} END,
     CASE WHEN n % 5000 = 0 THEN 'import.started' ELSE (ARRAY['patient.viewed', 'patient.changed', 'call.opened', 'voicemail.listened'])[1 + ${chance('n', 24, 4)}] END,
     'patient', ${idOf(4, `1 + ${chance('n', 19, patients)}`)}
   FROM generate_series(1, ${calls}) n`,
];

/**
 * Fills the tables and lets PostgreSQL look at them. About two minutes for 100,000 patients and 500,000 calls on two cores.
 * @param more statements for the same clinic, after these
 */
export const loadMany = async (
  client: pg.Client,
  { patients, calls }: { patients: number; calls: number },
  tell: (line: string) => void,
  more: readonly string[] = [],
): Promise<void> => {
  await client.query(`SELECT set_config('frontdesk.clinic_id', '${largeClinic}', false)`);
  for (const statement of [...people(patients), ...talk(patients, calls), ...more]) {
    const start = performance.now();
    const { rowCount } = await client.query(statement);
    const table = /INTO (\w+)/.exec(statement)?.[1];
    if (table === undefined) continue;
    tell(
      `${table.padEnd(24)}${String(rowCount).padStart(9)} rows ${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s`,
    );
  }
  await client.query('VACUUM ANALYZE');
};
