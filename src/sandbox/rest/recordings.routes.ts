import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RecordingRecord } from '../records/recording-record.ts';
import { pathOf } from './calls.routes.ts';
import { Form } from './form.ts';
import { pageOf, readPage, sliceOf } from './page.ts';
import { recordingResource, transcriptionResource, transcriptionSid } from './recording-resource.ts';
import { notFound } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';
import { timeFilter } from './time-filter.ts';

type OneRecording = { Params: { sid: string } };
type OfCall = { Params: { callSid: string } };
type OneOfCall = { Params: { callSid: string; sid: string } };

/** Recordings of the account or of one call: list, fetch, audio, transcription, delete. */
export function recordingRoutes(app: FastifyInstance, world: RestWorld): void {
  const { store, account } = world;
  const shape = (recording: RecordingRecord) =>
    recordingResource(account.accountSid, world.baseUrl(), recording);
  const found = (sid: string, path: string, callSid?: string): RecordingRecord => {
    const recording = store.recordings.get(sid);
    if (!recording || (callSid !== undefined && recording.callSid !== callSid)) throw notFound(path);
    return recording;
  };
  const list = (request: FastifyRequest, callSid: string | null): object => {
    const page = readPage(pathOf(request.url), request.query);
    const filter = { callSid, created: timeFilter(new Form(request.query), 'DateCreated') };
    const rows = store.recordings.list(filter, sliceOf(page));
    return pageOf(page, 'recordings', rows, shape, (recording) => store.recordings.position(recording.sid));
  };

  app.get('/Recordings.json', async (request) => list(request, new Form(request.query).text('CallSid')));
  app.get<OfCall>('/Calls/:callSid(^\\w+)/Recordings.json', async (request) =>
    list(request, request.params.callSid),
  );

  app.get<OneRecording>('/Recordings/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url)),
  );
  app.get<OneOfCall>('/Calls/:callSid(^\\w+)/Recordings/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url, request.params.callSid)),
  );

  for (const media of ['/Recordings/:sid(^\\w+).wav', '/Recordings/:sid(^\\w+)']) {
    app.get<OneRecording>(media, async (request, reply) => {
      const wav = store.recordings.audio(request.params.sid);
      if (!wav) throw notFound(pathOf(request.url));
      return reply.type('audio/x-wav').send(Buffer.from(wav));
    });
  }

  app.delete<OneRecording>('/Recordings/:sid(^\\w+).json', async (request, reply) => {
    if (!store.recordings.delete(request.params.sid)) throw notFound(request.url);
    return reply.code(204).send();
  });
  app.delete<OneOfCall>('/Calls/:callSid(^\\w+)/Recordings/:sid(^\\w+).json', async (request, reply) => {
    store.recordings.delete(found(request.params.sid, request.url, request.params.callSid).sid);
    return reply.code(204).send();
  });

  app.get<OneRecording>('/Recordings/:sid(^\\w+)/Transcriptions.json', async (request) => {
    const recording = found(request.params.sid, request.url);
    const rows = recording.transcriptionText === null ? [] : [recording];
    const page = readPage(pathOf(request.url), request.query);
    return pageOf(
      page,
      'transcriptions',
      rows,
      (row) => transcriptionResource(account.accountSid, row),
      () => null,
    );
  });
  app.get<OneRecording>('/Transcriptions/:sid(^TR\\w+).json', async (request) => {
    const recording = found(`RE${request.params.sid.slice(2)}`, request.url);
    if (recording.transcriptionText === null || transcriptionSid(recording.sid) !== request.params.sid) {
      throw notFound(request.url);
    }
    return transcriptionResource(account.accountSid, recording);
  });
}
