import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftView } from '../../../src/routing/rules/draft-view.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import {
  firstState,
  isBehind,
  isDue,
  isUnsaved,
  nextState,
  type DraftFact,
  type DraftState,
} from './draft-state.ts';

/** Only its identity matters here. */
const documentNamed = (name: string): RoutingDocument => ({ name }) as unknown as RoutingDocument;

const viewOf = (revision: number, name: string): DraftView => ({
  document: documentNamed(name),
  published: documentNamed('published'),
  revision,
  basedOn: 3,
  publication: 3,
  saved: { by: { userId: 'u', name: 'Daniel' }, at: `2026-11-21T10:00:0${revision}Z` },
  directory: { staff: [], languages: [], numbers: [], recordings: [] },
});
const after = (state: DraftState, ...facts: DraftFact[]): DraftState => facts.reduce(nextState, state);
const mine = documentNamed('mine');
const first = firstState(viewOf(1, 'one'));

test('what is edited is sent once, and settles when the server has it', () => {
  assert.equal(isDue(first), false);
  const edited = after(first, { fact: 'edited', document: mine });
  assert.equal(isDue(edited), true);
  const sent = after(edited, { fact: 'sent', document: mine });
  assert.equal(isDue(sent), false);
  const kept = after(sent, { fact: 'kept', view: { ...viewOf(2, ''), document: mine } });
  assert.equal(isUnsaved(kept), false);
  assert.equal(kept.base.revision, 2);
});

test('what is typed while a save is on its way is neither lost nor taken for saved', () => {
  const newer = documentNamed('newer');
  const state = after(
    first,
    { fact: 'edited', document: mine },
    { fact: 'sent', document: mine },
    { fact: 'edited', document: newer },
    { fact: 'kept', view: { ...viewOf(2, ''), document: mine } },
  );
  assert.equal(state.document, newer);
  assert.equal(isDue(state), true);
});

test('a save that did not arrive is due again', () => {
  const state = after(
    first,
    { fact: 'edited', document: mine },
    { fact: 'sent', document: mine },
    { fact: 'failed' },
  );
  assert.equal(state.failed, true);
  assert.equal(isDue(state), true);
});

test('what somebody else saved shows at once where nothing is unsaved, and is asked about where something is', () => {
  const theirs = viewOf(2, 'theirs');
  assert.equal(after(first, { fact: 'shown', view: theirs }).document, theirs.document);
  const torn = after(first, { fact: 'edited', document: mine }, { fact: 'shown', view: theirs });
  assert.equal(torn.document, mine);
  assert.equal(torn.conflict, theirs);
  assert.equal(isDue(torn), false, 'nothing is sent before somebody has decided');
  assert.equal(after(torn, { fact: 'theirs-taken' }).document, theirs.document);
  const again = after(torn, { fact: 'mine-kept' });
  assert.equal(again.base.revision, 2, 'the next save follows theirs');
  assert.equal(isDue(again), true);
});

test('a refused save leaves the decision to the person', () => {
  const theirs = viewOf(2, 'theirs');
  const facts: DraftFact[] = [
    { fact: 'edited', document: mine },
    { fact: 'sent', document: mine },
  ];
  const state = after(first, ...facts, { fact: 'refused', view: theirs });
  assert.equal(state.conflict, theirs);
  assert.equal(state.document, mine);
});

test('the echo of an own save changes nothing', () => {
  const edited = after(first, { fact: 'edited', document: mine });
  assert.equal(after(edited, { fact: 'shown', view: viewOf(1, 'one') }).document, mine);
  assert.equal(
    after(edited, { fact: 'sent', document: mine }, { fact: 'shown', view: viewOf(2, 'mine') }).conflict,
    null,
  );
});

test('a draft that something was published behind is compared before it is published', () => {
  const behind = firstState({ ...viewOf(1, 'one'), publication: 4 });
  assert.equal(isBehind(behind), true);
  const seen = after(behind, { fact: 'newest-seen' });
  assert.equal(isBehind(seen), false);
  assert.equal(isDue(seen), true, 'the server is told');
});
