import { EVENTS_STREAM, POSITION_HEADER } from '@madoguchi/contracts';
import { AnotherLogError, comparePositions, type Position, START } from '@madoguchi/event-sourcing';
import type { JetStreamManager } from '@nats-io/jetstream';

const BOOKMARK = 'madoguchi-relayed';
const LOG = 'madoguchi-log';

/** How far the log has been copied to EVENTS. */
export interface EndOfEvents {
  readonly sequence: number;
  readonly position: Position;
  /** The origin of the log that was copied; undefined while nothing is, and where an older version copied. */
  readonly log?: string;
}

export const endOfEvents = async (manager: JetStreamManager): Promise<EndOfEvents> => {
  const { state, config } = await manager.streams.info(EVENTS_STREAM);
  const last = state.last_seq > 0 ? await manager.streams.getMessage(EVENTS_STREAM, { seq: state.last_seq }) : null;
  // After thirty quiet days nothing is left to read the position from, but the bookmark. It may be behind by some
  // batches: they are told again, which every reader of EVENTS bears.
  const position = last?.header.get(POSITION_HEADER) || config.metadata?.[BOOKMARK] || START;
  return { sequence: state.last_seq, position, log: config.metadata?.[LOG] };
};

/** @param origin of the log that is open; undefined when it is empty. @throws AnotherLogError that says what to do */
export const refuseAnotherLog = ({ position, log }: EndOfEvents, origin: string | undefined): void => {
  if (log === undefined ? position === START || origin !== undefined : log === origin) return;
  throw new AnotherLogError(
    'The stream EVENTS of NATS was copied from another log than EVENT_STORE names now. Name that log again; or, if this one is meant, stop ' +
      'the services, delete the stream EVENTS (nats stream rm EVENTS), and start them: it is copied anew, and who read it bears that.',
  );
};

export const writeBookmark = async (manager: JetStreamManager, position: Position, origin: string | undefined): Promise<void> => {
  const { config } = await manager.streams.info(EVENTS_STREAM);
  const { [BOOKMARK]: before = START, [LOG]: log } = config.metadata ?? {};
  if (log !== undefined && comparePositions(before, position) >= 0) return;
  await manager.streams.update(EVENTS_STREAM, {
    ...config,
    metadata: { ...config.metadata, [BOOKMARK]: position, ...(origin !== undefined && { [LOG]: origin }) },
  });
};
