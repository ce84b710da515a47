import { Chats } from './chats.js';
import { Clock } from './clock.js';
import { Faults } from './faults.js';
import { Internet } from './internet.js';
import { Journal } from './journal.js';
import { Live } from './live.js';
import { DEFAULT_MAIL, type OutsideMail } from './mail-routes.js';
import { Media } from './media.js';
import { State } from './state.js';

/** What all platforms share. */
export interface World {
  readonly clock: Clock;
  readonly internet: Internet;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly state: State;
  readonly media: Media;
  readonly live: Live;
  readonly chats: Chats;
  readonly mail: OutsideMail;
  /** The host under which others reach the stand-ins; absent: the one that they are bound to. */
  readonly name?: string;
  /** Aborted when the stand-ins stop. */
  readonly stopped: AbortSignal;
}

/** @param dataFile keeps state over restarts; absent: in memory. */
export const createWorld = (stopped: AbortSignal, dataFile?: string, name?: string, mail: OutsideMail = DEFAULT_MAIL): World => {
  const state = new State(dataFile);
  const live = new Live();
  return {
    clock: new Clock(),
    internet: new Internet(),
    journal: new Journal(),
    faults: new Faults(),
    state,
    media: new Media(state),
    live,
    chats: new Chats(state, live),
    mail,
    name,
    stopped,
  };
};
