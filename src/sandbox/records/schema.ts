/**
 * Raise it with every change of the schema: a sandbox is for trying, so the records of another version are given
 * up rather than converted.
 */
export const SCHEMA_VERSION = 1;

/** The carrier's tables. Columns carry the names of the record's fields, so that a row is a record. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS calls (
  sid TEXT PRIMARY KEY, parentCallSid TEXT, direction TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  forwardedFrom TEXT, callerName TEXT, status TEXT NOT NULL, createdAt INTEGER NOT NULL, startedAt INTEGER,
  answeredAt INTEGER, endedAt INTEGER, durationSeconds INTEGER, answeredBy TEXT, sipResponseCode INTEGER,
  phoneNumberSid TEXT, queueTimeMs INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS calls_by_to ON calls ("to");
CREATE INDEX IF NOT EXISTS calls_by_from ON calls ("from");
CREATE INDEX IF NOT EXISTS calls_by_parent ON calls (parentCallSid);
CREATE TABLE IF NOT EXISTS messages (
  sid TEXT PRIMARY KEY, direction TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, body TEXT NOT NULL,
  status TEXT NOT NULL, segments INTEGER NOT NULL, createdAt INTEGER NOT NULL, sentAt INTEGER,
  updatedAt INTEGER NOT NULL, errorCode INTEGER, errorMessage TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS messages_by_to ON messages ("to");
CREATE INDEX IF NOT EXISTS messages_by_from ON messages ("from");
CREATE TABLE IF NOT EXISTS recordings (
  sid TEXT PRIMARY KEY, callSid TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL, channels INTEGER NOT NULL,
  startedAt INTEGER NOT NULL, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL, durationSeconds INTEGER,
  transcriptionText TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS recordings_by_call ON recordings (callSid);
CREATE TABLE IF NOT EXISTS recordingAudio (sid TEXT PRIMARY KEY, wav BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS numbers (
  sid TEXT PRIMARY KEY, phoneNumber TEXT NOT NULL UNIQUE, friendlyName TEXT NOT NULL, voiceUrl TEXT,
  voiceMethod TEXT NOT NULL, voiceFallbackUrl TEXT, voiceFallbackMethod TEXT NOT NULL, statusCallback TEXT,
  statusCallbackMethod TEXT NOT NULL, smsUrl TEXT, smsMethod TEXT NOT NULL, smsFallbackUrl TEXT,
  smsFallbackMethod TEXT NOT NULL, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS queues (
  sid TEXT PRIMARY KEY, friendlyName TEXT NOT NULL UNIQUE, maxSize INTEGER NOT NULL, createdAt INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS handsets (
  number TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, clinic TEXT, language TEXT, email TEXT,
  behaviour TEXT, createdAt INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS inspector (
  seq INTEGER PRIMARY KEY, sid TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS inspector_by_sid ON inspector (sid, seq);
CREATE TABLE IF NOT EXISTS optOuts (
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY ("from", "to")
) STRICT;
CREATE TABLE IF NOT EXISTS mails (
  id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, html TEXT, at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS mails_by_mailbox ON mails (mailbox);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
