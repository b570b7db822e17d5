import { Problem } from '../platform/errors.ts';
import { stackOf } from '../platform/http/error-handler.ts';
import type { Log } from '../platform/log.ts';

type EngineError = Error & { statusCode?: number; code?: string };

/**
 * Asks better-auth. It hides the cause of its faults behind a plain 500; the cause is its database, which
 * may answer in a moment again, so the caller is told to try later. Refusals (4xx) pass as they are.
 */
export const askEngine = async <T>(log: Log, question: () => Promise<T>): Promise<T> => {
  try {
    return await question();
  } catch (error) {
    const fault = error as EngineError;
    if (fault.statusCode !== undefined && fault.statusCode < 500) throw error;
    log.error({ name: fault.name, code: fault.code, stack: stackOf(fault.stack) }, 'sign-in engine failed');
    throw new Problem('unavailable');
  }
};
