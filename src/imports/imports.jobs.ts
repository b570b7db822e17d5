import type { CronHandler, JobHandler } from '../platform/jobs.ts';
import { handle } from '../platform/jobs.ts';
import { readJob, runJob, undoJob, type ImportDependencies } from './imports-work.ts';
import { keepImportsUp } from './keep-imports-up.ts';
import { readFile } from './read-file.ts';
import { runImport } from './run-import.ts';
import { undoBatches } from './undo-import.ts';

export const importHandlers = (deps: ImportDependencies): JobHandler<never>[] => [
  handle(readJob, (data) => readFile(deps, data)),
  handle(runJob, (data) => runImport(deps, data)),
  handle(undoJob, (data) => undoBatches(deps, data)),
];

export const importCrons = (deps: ImportDependencies): CronHandler[] => [
  { name: 'imports.upkeep', cron: '41 * * * *', run: () => keepImportsUp(deps) },
];
