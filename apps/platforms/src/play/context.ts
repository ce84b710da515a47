import type { OpenPlatform, Platform } from '../platform.js';
import type { World } from '../world.js';

/** What the customer's page and the control API work on. */
export interface PlayContext {
  readonly world: World;
  readonly open: ReadonlyMap<string, { readonly platform: Platform; readonly at: OpenPlatform }>;
  /** Filled while the listeners start. */
  readonly listening: Readonly<Record<string, string>>;
}
