import type { Decider } from '../decider.js';
import { fold } from '../decider.js';
import type { DomainEvent } from '../event.js';
import { Refusal } from '../refusal.js';

export interface Outcome<Event extends DomainEvent> {
  /** Exactly these events, in this order; type and data are compared. */
  then(...expected: readonly Event[]): void;
  thenNothing(): void;
  /** @returns the refusal, for a look at its details */
  thenRefused(code: string): Refusal;
}

export interface DeciderSpecification<Command, Event extends DomainEvent> {
  given(...history: readonly Event[]): { when(command: Command): Outcome<Event> };
}

/**
 * `given(...events).when(command).then(...events)` over one decider, without a store.
 *
 * @example const { given } = specificationOf(agentDecider);
 */
export const specificationOf = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
): DeciderSpecification<Command, Event> => ({
  given: (...history) => ({
    when: (command) => {
      const decide = () => decider.decide(command, fold(decider, history)).map(({ type, data }) => ({ type, data }));
      return {
        then: (...expected) => expect(decide()).toEqual(expected.map(({ type, data }) => ({ type, data }))),
        thenNothing: () => expect(decide()).toEqual([]),
        thenRefused: (code) => {
          const refusal = refusalOf(decide);
          expect({ refused: refusal.code }).toEqual({ refused: code });
          return refusal;
        },
      };
    },
  }),
});

const refusalOf = (decide: () => readonly DomainEvent[]): Refusal => {
  let decided: readonly DomainEvent[];
  try {
    decided = decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`It was not refused; it decided ${JSON.stringify(decided)}`);
};
