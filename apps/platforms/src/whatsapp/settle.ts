import type { World } from '../world.js';
import type { WhatsAppAccount } from './state.js';

/** A number that was registered is connected when its time has come. */
export const settle = ({ account, world }: { readonly account: WhatsAppAccount; readonly world: World }): void => {
  if (account.connectsAt === undefined || account.connectsAt > world.clock.now().getTime()) return;
  Object.assign(account, { status: 'CONNECTED', connectsAt: undefined });
  world.state.changed();
};
