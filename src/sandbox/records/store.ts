import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { IN_MEMORY } from '../account.ts';
import { callStore } from './call-store.ts';
import { handsetStore } from './handset-store.ts';
import { inspectorStore } from './inspector-store.ts';
import { mailStore } from './mail-store.ts';
import { messageStore } from './message-store.ts';
import { numberStore } from './number-store.ts';
import { optOutStore } from './opt-out-store.ts';
import { queueStore } from './queue-store.ts';
import { recordingStore } from './recording-store.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { settingStore } from './setting-store.ts';

// It holds whole documents, and nobody looks for the story of an old call.
const INSPECTOR_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Everything the carrier keeps. */
export type Store = ReturnType<typeof openStore>;

/** Opens `carrier.sqlite` in the folder (or a database in memory) and ends what a crash left under way. */
export function openStore(dataDir: string, now: number) {
  const db = openDatabase(fileIn(dataDir));
  const calls = callStore(db);
  const recordings = recordingStore(db);
  const inspector = inspectorStore(db);
  calls.endAbandoned(now);
  recordings.failAbandoned(now);
  inspector.forgetBefore(now - INSPECTOR_KEPT_MS);
  return {
    calls,
    recordings,
    messages: messageStore(db),
    numbers: numberStore(db),
    handsets: handsetStore(db),
    queues: queueStore(db),
    inspector,
    optOuts: optOutStore(db),
    mails: mailStore(db),
    settings: settingStore(db),
    close: () => db.close(),
  };
}

function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version !== 0 && version !== SCHEMA_VERSION) {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    return openDatabase(file);
  }
  // The sandbox can be started afresh: it needs no promise that the last moment survives a power cut.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  db.exec(SCHEMA);
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  return db;
}

function fileIn(dataDir: string): string {
  if (dataDir === IN_MEMORY) return IN_MEMORY;
  mkdirSync(dataDir, { recursive: true });
  return path.join(dataDir, 'carrier.sqlite');
}
