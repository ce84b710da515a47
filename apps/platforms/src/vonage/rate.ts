import { TokenBuckets } from '../token-bucket.js';
import type { World } from '../world.js';
import type { VonageAccount } from './state.js';

/** Messages that a key may send, whatever number of parts they have. */
const RATE = { calls: 30, perMs: 1_000 };

const buckets = new WeakMap<World, TokenBuckets>();

/** @returns false when the key sends too fast, by either API. */
export const maySend = (world: World, { apiKey }: VonageAccount): boolean => {
  const known = buckets.get(world) ?? new TokenBuckets();
  buckets.set(world, known);
  return known.take(apiKey, RATE, world.clock.now());
};
