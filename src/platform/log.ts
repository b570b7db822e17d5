import { pino } from 'pino';

/**
 * Structured log. Telephone numbers, names and message texts never belong in it: log ids and codes.
 * The redaction is a second fence for fields that slip through in request or error objects.
 */
export const createLog = (level: string, stream?: NodeJS.WritableStream) =>
  pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          '*.from',
          '*.to',
          '*.From',
          '*.To',
          '*.Caller',
          '*.Called',
          '*.email',
          '*.password',
          '*.token',
          '*.authorization',
          '*.cookie',
          'req.headers.authorization',
          'req.headers.cookie',
          '*.body',
          '*.transcript',
        ],
        censor: '…',
      },
    },
    stream ?? pino.destination({ dest: 2, sync: false }),
  );

export type Log = ReturnType<typeof createLog>;
