const CALL_DEADLINE_MS = 15_000;

/** One call of a JSON API. @throws Error that repeats the answer, unless it is 2xx */
export const jsonCall = async (url: string, method: string, headers: Readonly<Record<string, string>>, body?: object): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_DEADLINE_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
};
