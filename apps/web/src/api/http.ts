import type { Problem } from '@madoguchi/contracts';

const BASE = '/api/v1';
const DEADLINE_MS = 10_000;

/** An answer that is no success. `status` 0: there was no answer (`code` is `no-connection` or `no-answer`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string | null = null,
    readonly problem: Problem | null = null,
  ) {
    super(code);
  }

  /** It was refused for certain; without this the command may have been obeyed all the same. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly form?: FormData;
  readonly idempotencyKey?: string;
  /** Absent: whoever the cookie says. */
  readonly bearer?: string;
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

/**
 * One request to the desk's API.
 *
 * @throws ApiProblem
 */
export const request = async <Answer>(path: string, options: RequestOptions = {}): Promise<Answer> => {
  const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  if (options.bearer) headers.authorization = `Bearer ${options.bearer}`;

  let response: Response;
  try {
    response = await fetch(`${BASE}${path}`, {
      method: options.method ?? 'GET',
      headers,
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      signal: options.signal ? AbortSignal.any([options.signal, deadline]) : deadline,
    });
    if (response.ok) return (await answerIn(response)) as Answer;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(0, deadline.aborted ? 'no-answer' : 'no-connection');
  }
  throw await problemOf(response);
};

/** Some answers say everything by their status. */
const answerIn = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return new ApiProblem(response.status, problem?.code ?? `http-${response.status}`, problem?.detail ?? problem?.title ?? null, problem);
};
