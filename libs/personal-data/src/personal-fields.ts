import { categoryOf, type StreamName } from '@madoguchi/event-sourcing';
import { eventsOf } from '@madoguchi/use-cases';

/** Which fields of an event are sealed, by its stream and its type. Throws for an event that it does not know. */
export type PersonalFieldsOf = (stream: StreamName, type: string) => readonly string[];

/** Streams about customers. What is personal elsewhere is about our own people, who are not customers and have no keys. */
const ABOUT_CUSTOMERS: ReadonlySet<string> = new Set(['conversation', 'contact', 'shelf']);

/**
 * As the catalogue of events says. An event that it does not name is not recorded at all: nobody could tell whether it holds something
 * personal, and once in the log it could not be taken back.
 */
export const personalFieldsOf: PersonalFieldsOf = (stream, type) => {
  const category = categoryOf(stream);
  const events = eventsOf(category);
  if (!events) throw new TypeError(`The catalogue of events knows no streams of the category "${category}"`);
  const fields = events.personalFields[type];
  if (!fields) throw new TypeError(`The catalogue of events does not say which fields of ${type} are personal`);
  return ABOUT_CUSTOMERS.has(category) ? fields : [];
};
