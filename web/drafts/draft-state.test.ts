import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstState, isDue, isUnsaved, nextState, type DraftFact, type DraftState } from './draft-state.ts';

interface View {
  document: { name: string };
  revision: number;
  begunFrom: number;
  newest: number;
}
const documentNamed = (name: string): View['document'] => ({ name });
const viewOf = (revision: number, name: string): View => ({
  document: documentNamed(name),
  revision,
  begunFrom: 3,
  newest: 3,
});
const next = nextState<View>({
  isNews: (view, base) => view.revision !== base.revision,
  goneOnFrom: (view) => ({ ...view, begunFrom: view.newest }),
});
const after = (state: DraftState<View>, ...facts: DraftFact<View>[]): DraftState<View> =>
  facts.reduce(next, state);
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
  const facts: DraftFact<View>[] = [
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

test('a draft goes on from the newest once somebody has looked at it', () => {
  const seen = after(firstState({ ...viewOf(1, 'one'), newest: 4 }), { fact: 'newest-seen' });
  assert.equal(seen.base.begunFrom, 4);
  assert.equal(isDue(seen), true, 'the server is told');
});

test('what the server tidied does not change what is being typed', () => {
  const typed = documentNamed('a space at the end ');
  const state = after(
    first,
    { fact: 'edited', document: typed },
    { fact: 'sent', document: typed },
    { fact: 'kept', view: viewOf(2, 'a space at the end') },
  );
  assert.equal(state.document, typed);
  assert.equal(isUnsaved(state), false);
});
