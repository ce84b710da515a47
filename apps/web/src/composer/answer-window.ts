import type { ConversationDetail } from '@madoguchi/contracts';

const HOUR_MS = 60 * 60_000;
/** From then on the time that is left is shown. */
const SHOWN_FROM_MS = 4 * HOUR_MS;

/**
 * Whether the platform takes free answers now. `open`: `leftMs` when that ends soon. `agents only`: what a person typed still goes.
 * `templates`, `closed`: nothing but approved messages, or nothing at all, until the customer writes again.
 */
export type AnswerWindow =
  | { readonly state: 'open'; readonly leftMs?: number }
  | { readonly state: 'agents only'; readonly leftMs: number }
  | { readonly state: 'templates' | 'closed' };

export const answerWindow = (
  { capabilities, customerWroteAt }: Pick<ConversationDetail, 'capabilities' | 'customerWroteAt'>,
  now: number,
): AnswerWindow => {
  const { window } = capabilities;
  if (!window) return { state: 'open' };
  const since = customerWroteAt === null ? Infinity : now - Date.parse(customerWroteAt);
  const leftMs = window.hours * HOUR_MS - since;
  if (leftMs > 0) return leftMs < SHOWN_FROM_MS ? { state: 'open', leftMs } : { state: 'open' };
  const untilMs = (window.untilHours ?? 0) * HOUR_MS - since;
  if (window.afterwards === 'agents only' && untilMs > 0) return { state: 'agents only', leftMs: untilMs };
  return { state: window.afterwards === 'templates' ? 'templates' : 'closed' };
};
