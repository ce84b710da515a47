import { asyncApiDocument } from './asyncapi.js';
import { eventsPage } from './events-page.js';

/** What `npm run docs` makes from the types: the text of each file, by its path in the repository. */
export const referenceDocs = (): Readonly<Record<string, string>> => ({
  'docs/events.md': eventsPage(),
  'docs/asyncapi.json': `${JSON.stringify(asyncApiDocument(), null, 2)}\n`,
});
