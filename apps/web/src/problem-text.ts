import type { TFunction } from 'i18next';
import { ApiProblem } from './api/http.js';

const BY_STATUS: Readonly<Record<number, string>> = {
  403: 'forbidden',
  404: 'not-found',
  429: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** What went wrong and what to do, in the reader's language; the server's own words where there is no better text. */
export const problemText = (error: unknown, t: TFunction): string => {
  const problem = error instanceof ApiProblem ? error : null;
  const byStatus = problem && BY_STATUS[problem.status];
  // A service that does not answer gives codes of its own, which mean nothing to the reader.
  const codes = (problem && problem.status >= 500 ? [byStatus, problem.code] : [problem?.code, byStatus]).filter((code): code is string =>
    Boolean(code),
  );
  const other = t('problem.other', { detail: problem?.detail ?? problem?.code ?? String(error) });
  // The codes are the server's: new ones may come that there is no text for yet.
  return (t as (keys: string[], options: { defaultValue: string }) => string)(
    codes.map((code) => `problem.${code}`),
    { defaultValue: other },
  );
};
