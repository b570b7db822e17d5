import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../test/fixtures/database.ts';
import { seedDemo } from './seed-demo.ts';
import { awaitSeeding, inSeedingTurn } from './seeding-turn.ts';

const { connection, database } = await testDatabase();
const now = Temporal.Instant.from('2026-11-18T16:00:00Z');
const goOn = (): void => {};

test('two that start together make the demo once, and a worker begins when its past is over', async () => {
  const story: string[] = [];
  const worker = awaitSeeding({ connection, database }, goOn).then(() => story.push('work'));
  const start = (name: string) =>
    inSeedingTurn(connection, goOn, async () => {
      const clinics = await seedDemo(database, 'secret', now);
      story.push(`${name} ${clinics.some(({ isNew }) => isNew) ? 'makes' : 'finds'}`);
      // Clinics are there, and what happens in them goes on: longer than a worker looks away.
      await sleep(400);
      story.push('past is over');
    });
  await Promise.all([start('web'), start('web')]);
  await worker;
  const webs = story.filter((line) => line !== 'work');
  assert.deepEqual(webs, ['web makes', 'past is over', 'web finds', 'past is over']);
  assert.ok(story.indexOf('work') >= 2, story.join());
});

test('whoever is told to stop does not wait on', async () => {
  await inSeedingTurn(connection, goOn, async () => {
    const stopped = (): void => {
      throw new Error('stopped');
    };
    await assert.rejects(
      inSeedingTurn(connection, stopped, async () => {}),
      /stopped/,
    );
  });
});
