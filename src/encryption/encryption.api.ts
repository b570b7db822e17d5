import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Problem } from '../platform/errors.ts';
import { beginChange, discardFormer } from './change-key.ts';
import type { ResealDependencies } from './reseal-work.ts';
import { keyViewExample, keyViewSchema } from './rules/key-view.ts';
import { showKeys } from './show-keys.ts';
import type { WatchedKeys } from './watch-keys.ts';

type Dependencies = ResealDependencies & { watchedKeys: WatchedKeys };

/** `/installation/encryption`: the key of the installation, and its change. For administrators of the installation. */
export const encryptionApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['Installation'];
    const response = { 200: keyViewSchema.meta({ examples: [keyViewExample] }) };

    app.get(
      '/encryption',
      {
        schema: {
          tags,
          summary: 'The encryption key, and how far a change of it has come',
          description: 'Keys are never shown, only their fingerprints.',
          response,
        },
      },
      () => showKeys(deps),
    );

    const deed = (
      path: string,
      what: { summary: string; description: string },
      work: typeof beginChange,
    ): void => {
      app.post(`/encryption/${path}`, { schema: { tags, ...what, response } }, async (request) => {
        const by = { userId: request.administrator.id, at: deps.clock.now() };
        const outcome = await work(deps, by);
        if (outcome !== 'done') throw new Problem(outcome);
        await deps.watchedKeys.refresh();
        return showKeys(deps);
      });
    };
    deed(
      'change',
      {
        summary: 'Change the encryption key',
        description:
          'Makes a new key in the key’s file. When every process has it, everything is sealed with it, while all goes on. 409 `conflict` while a change is under way, 409 `set-by-environment` where the key is in the environment.',
      },
      beginChange,
    );
    deed(
      'discard',
      {
        summary: 'Throw former keys away',
        description:
          'Takes keys out of the file that nothing is sealed with any more. Copies of the database from before still need them. 409 `conflict` while something is sealed with one.',
      },
      discardFormer,
    );
  };
