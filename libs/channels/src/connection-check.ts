import type { ConnectionCheck } from '@madoguchi/use-cases';

export interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

/** A call and the milliseconds that it took. */
export const timed = async <Answer>(call: Promise<Answer>): Promise<{ readonly answer: Answer; readonly milliseconds: number }> => {
  const start = performance.now();
  const answer = await call;
  return { answer, milliseconds: Math.round(performance.now() - start) };
};

export const checked = (check: string, milliseconds: number, problem?: Problem): ConnectionCheck => ({
  check,
  ok: problem === undefined,
  ...problem,
  milliseconds,
});
