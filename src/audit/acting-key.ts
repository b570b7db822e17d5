import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The API key with which the request under way was made. Kept beside the request, because every deed is recorded
 * under a user and none should have to remember that a program did it with that user's key.
 */
const actingKey = new AsyncLocalStorage<string>();

/** @param work everything it begins is recorded as done with this key */
export const withActingKey = (keyId: string, work: () => void): void => actingKey.run(keyId, work);

export const currentKey = (): string | null => actingKey.getStore() ?? null;
