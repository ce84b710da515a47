import { type Decider, type DomainEvent, type EventStore, fold, type StreamName } from '@madoguchi/event-sourcing';

export interface Current<State> {
  readonly state: State;
  /** Of the stream; 0: there is none of this tenant. */
  readonly version: number;
}

/** A document as it is now, from its stream: who has just changed it sees the change. */
export const currentDocument = async <State, Event extends DomainEvent>(
  store: EventStore,
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  stream: StreamName,
  tenantId: string,
): Promise<Current<State>> => {
  const events = await store.readStream(stream);
  if (events[0]?.metadata.tenantId !== tenantId) return { state: decider.initialState(), version: 0 };
  return { state: fold(decider, events as unknown as readonly Event[]), version: events.length };
};
