import { newId } from '../new-id.js';
import { ApiProblem, request } from './http.js';

interface Intent {
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/** What was asked and not answered for certain: asked again, it goes out unchanged, under the same key. */
const unsettled = new Map<string, Intent>();

/**
 * Asks the desk to do something, at most once: when no certain answer came, the next call with the same `intent`
 * repeats the same body under the same `Idempotency-Key`, even if `body` has moved on meanwhile (a seen version has).
 *
 * @param intent what the person wants, in words that stay the same while they want the same
 * @throws ApiProblem
 */
export const command = async <Answer>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  intent: string = `${method} ${path} ${JSON.stringify(body)}`,
): Promise<Answer> => {
  const asked = unsettled.get(intent) ?? { idempotencyKey: newId(), body };
  unsettled.set(intent, asked);
  try {
    const answer = await request<Answer>(path, { method, body: asked.body, idempotencyKey: asked.idempotencyKey });
    unsettled.delete(intent);
    return answer;
  } catch (error) {
    if (error instanceof ApiProblem && error.isRefusal) unsettled.delete(intent);
    throw error;
  }
};
