import type { DomainEvent } from './event.js';
import type { EventVersions } from './event-versions.js';
import type { StreamName } from './stream-name.js';

/** Everything that can be decided about one kind of stream, as three pure functions. */
export interface Decider<State, Command, Event extends DomainEvent> extends EventVersions {
  initialState(): State;
  /** Never throws; unknown event types leave the state as it is. */
  evolve(state: State, event: Event): State;
  /**
   * What follows from the command. Empty: nothing to do.
   * @throws Refusal when the command cannot be obeyed in this state
   */
  decide(command: Command, state: State): readonly Event[];
  /** Whose personal data a stream holds, where this event, the first that says so, tells it. */
  subjectOf?(event: Event, stream: StreamName): string | undefined;
}

export const fold = <State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State => events.reduce((state, event) => decider.evolve(state, event), decider.initialState());
