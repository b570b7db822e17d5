import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDocument } from './check-document.ts';
import { documentDifferences } from './document-differences.ts';
import { documentsIn } from '../document-on-trial.ts';
import { isPublishable } from './fault.ts';
import { routingDocumentSchema } from './routing-document.ts';

const id = (digit: number) => `019a3c52-7d61-7000-8000-00000000000${digit}`;
const place = {
  staffIds: [id(1), id(2)],
  departmentIds: [id(3), id(4), id(5)],
  phoneNumbers: ['+13125550100', '+13125550101'],
};
const documents = documentsIn(place);
const known = {
  staffIds: new Set(place.staffIds),
  phoneNumbers: new Set(place.phoneNumbers),
  recordingIds: new Set<string>(),
  languages: ['en', 'de'] as const,
};

test('property: a document does not differ from itself, nor from its copy in JSON', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const copy = routingDocumentSchema.parse(JSON.parse(JSON.stringify(document)));
      assert.deepEqual(documentDifferences(document, copy), []);
    }),
  );
});

test('property: two documents differ exactly when something of them does', () => {
  const canonical = (value: unknown): string => JSON.stringify(value);
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const differences = documentDifferences(before, after);
      if (differences.length === 0) assert.equal(canonical(before), canonical(after));
      for (const { path, kind, before: from, after: to } of differences) {
        assert.ok(path.length > 1, 'each names a place');
        assert.notEqual(canonical(from), canonical(to));
        if (kind === 'added') assert.equal(from, null);
        if (kind === 'removed') assert.equal(to, null);
      }
    }),
  );
});

test('property: the way back has as many differences', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const backwards = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
      const keys = (
        list: ReturnType<typeof documentDifferences>,
        turn: (kind: keyof typeof backwards) => string,
      ) => new Set(list.map(({ path, kind }) => `${path.join('/')} ${turn(kind)}`));
      assert.deepEqual(
        keys(documentDifferences(before, after), (kind) => kind),
        keys(documentDifferences(after, before), (kind) => backwards[kind]),
      );
    }),
  );
});

test('property: what is right can be published', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const faults = checkDocument(document, known);
      assert.ok(isPublishable(faults), JSON.stringify(faults));
    }),
  );
});
