import type { BoundThing } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';

const MOST_NAMED = 5;

/** @throws ProblemException 409 `in-use` that names them */
export const refuseWhileBound = (what: string, bound: readonly BoundThing[]): void => {
  if (bound.length === 0) return;
  const named = bound.slice(0, MOST_NAMED).map(({ name }) => `"${name}"`);
  const others = bound.length > MOST_NAMED ? ` and ${bound.length - MOST_NAMED} more` : '';
  throw new ProblemException(409, 'in-use', `${what} is in use: ${named.join(', ')}${others}. Choose something else there first.`, {
    bound,
  });
};
