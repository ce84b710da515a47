import type { Problem } from '../connection-check.js';
import { type LineWorksAnswer, REMEDY_FOR_CREDENTIALS } from './call.js';

export const NOT_REACHED = 'Check that this server may reach LINE WORKS, then test again.';

/** @returns nothing when the call succeeded */
export const problemOf = (answer: LineWorksAnswer, remedy = 'Test again later.'): Problem | undefined => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: REMEDY_FOR_CREDENTIALS };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: NOT_REACHED };
    case 'answered': {
      if (answer.status === 200 && answer.body.json) return undefined;
      const reason = `LINE WORKS answered ${answer.status}: ${answer.body.words}`;
      if (answer.status === 401) return { reason, remedy: REMEDY_FOR_CREDENTIALS };
      return { reason, remedy: answer.status >= 500 || answer.status === 429 ? 'Test again later.' : remedy };
    }
  }
};
