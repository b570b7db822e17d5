import { randomUUIDv7 } from 'node:crypto';
import type { Readable } from 'node:stream';
import { recordAudit } from '../audit/record-audit.ts';
import { inClinic } from '../platform/database/database.ts';
import { deleteImport, insertImport, updateImport } from './imports.store.ts';
import { readJob, type ImportDependencies } from './imports-work.ts';
import { insertPiece } from './staging.store.ts';
import { sealOf } from './staged-rows.ts';

const largestFile = 50 * 1024 * 1024;
const pieceSize = 256 * 1024;

export type Upload = { clinicId: string; userId: string; fileName: string; content: Readable };
export type Received = { ok: true; importId: string } | { ok: false; why: 'too-large' | 'broken-off' };

/** Cuts a stream into equal pieces, whatever sizes it arrives in. */
async function* inPieces(content: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    waiting.push(part);
    size += part.length;
    if (size < pieceSize) continue;
    const whole = Buffer.concat(waiting);
    const end = whole.length - (whole.length % pieceSize);
    for (let at = 0; at < end; at += pieceSize) yield whole.subarray(at, at + pieceSize);
    waiting = [whole.subarray(end)];
    size = whole.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/**
 * Keeps an uploaded file, sealed, piece by piece: never all of it in memory, and no transaction that waits for a slow
 * line. What breaks off leaves nothing.
 */
export const receiveFile = async (deps: ImportDependencies, upload: Upload): Promise<Received> => {
  const { database, clock, secrets, send } = deps;
  const { clinicId, userId, fileName } = upload;
  const importId = randomUUIDv7();
  const seal = sealOf(secrets, clinicId, importId);
  await inClinic(database, clinicId, (trx) =>
    insertImport(trx, { id: importId, fileName, kind: 'csv', createdBy: userId, at: clock.now() }),
  );
  const giveUp = async (why: 'too-large' | 'broken-off'): Promise<Received> => {
    await inClinic(database, clinicId, (trx) => deleteImport(trx, importId));
    return { ok: false, why };
  };
  let bytes = 0;
  let number = 0;
  try {
    for await (const piece of inPieces(upload.content)) {
      bytes += piece.length;
      if (bytes > largestFile) return await giveUp('too-large');
      await inClinic(database, clinicId, (trx) => insertPiece(trx, importId, number, seal.sealBytes(piece)));
      number += 1;
    }
  } catch (error) {
    const away = (error as { code?: string }).code ?? '';
    if (!/^(ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|Z_\w+|ABORT_ERR|ERR_\w+)$/.test(away)) throw error;
    return giveUp('broken-off');
  }
  await inClinic(database, clinicId, async (trx) => {
    await updateImport(trx, importId, { status: 'reading', bytes });
    await recordAudit(trx, {
      userId,
      action: 'import.uploaded',
      subject: { kind: 'import', id: importId },
      detail: { bytes },
      at: clock.now(),
    });
    await send(trx, readJob, { clinicId, importId }, { key: importId });
  });
  return { ok: true, importId };
};
