import type { FileFault } from './rules/import-views.ts';
import { kindOf, stageOf } from './rules/fhir-resource.ts';
import { JsonSplitter, type JsonPart } from './rules/split-json.ts';
import { decode } from './read-csv.ts';
import type { Encoding, Pieces } from './sniff-file.ts';
import type { StagedRow } from './staged-rows.ts';

export type BundleRead = { ok: true; resources: Record<string, number> } | { ok: false; fault: FileFault };
type Sink = (stage: number, row: StagedRow) => Promise<void>;

type Found = { fullUrl: string | null; resource: unknown };

/** null: the frame of a bundle, which is nothing by itself. */
const resourceOf = ({ of, text }: JsonPart): Found | null | 'broken' => {
  try {
    const value: unknown = JSON.parse(text);
    if (kindOf(value) === 'Bundle') return null;
    if (kindOf(value) !== null) return { fullUrl: null, resource: value };
    if (of === 'rest' || value === null || typeof value !== 'object') return null;
    const { resource, fullUrl } = value as { resource?: unknown; fullUrl?: unknown };
    return { resource, fullUrl: typeof fullUrl === 'string' ? fullUrl.slice(0, 500) : null };
  } catch {
    return 'broken';
  }
};

/** Reads a bundle, a list or lines of resources, one by one into the sink, in the stages in which they are imported. */
export const readBundle = async (pieces: Pieces, encoding: Encoding, sink: Sink): Promise<BundleRead> => {
  const splitter = new JsonSplitter();
  const resources: Record<string, number> = {};
  let row = 0;
  for await (const text of decode(pieces, encoding)) {
    for (const part of splitter.push(text)) {
      const found = resourceOf(part);
      if (found === null) continue;
      row += 1;
      const kind = (found === 'broken' ? null : kindOf(found.resource)) ?? 'unknown';
      resources[kind] = (resources[kind] ?? 0) + 1;
      const stage = found === 'broken' ? 1 : stageOf(kind);
      if (stage !== null)
        await sink(stage, found === 'broken' ? { row, fullUrl: null, resource: null } : { row, ...found });
    }
  }
  return splitter.end() ? { ok: true, resources } : { ok: false, fault: 'json-broken' };
};
