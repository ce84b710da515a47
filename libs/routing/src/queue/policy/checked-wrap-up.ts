import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTexts } from './checked-texts.js';
import { whole } from './numbers.js';
import type { WrapUpCode, WrapUpPolicy } from './policy.js';

const KINDS: readonly WrapUpPolicy['kind'][] = ['none', 'optional', 'required', 'timed'];
const LONGEST = 3_600;
const MOST_CODES = 100;

/** @throws Refusal `bad-policy`, `bad-wrap-up-code`; a required wrap-up needs a code to choose, a timed one its seconds */
export const checkedWrapUp = ({ kind, seconds, codes }: WrapUpPolicy): WrapUpPolicy => {
  if (!KINDS.includes(kind)) throw new Refusal('bad-policy', `A wrap-up is one of: ${KINDS.join(', ')}.`, { path: 'wrapUp.kind' });
  const checked = checkedCodes(codes);
  if (kind === 'required' && checked.length === 0) {
    throw new Refusal('bad-policy', 'A wrap-up that is required needs codes to choose from.', { path: 'wrapUp.codes' });
  }
  return { kind, seconds: whole(seconds, kind === 'timed' ? 1 : 0, LONGEST, 'wrapUp.seconds'), codes: checked };
};

const checkedCodes = (codes: readonly WrapUpCode[]): readonly WrapUpCode[] => {
  const good = ({ code }: WrapUpCode) => typeof code === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(code);
  if (!Array.isArray(codes) || codes.length > MOST_CODES || !(codes as readonly WrapUpCode[]).every(good)) {
    throw new Refusal('bad-wrap-up-code', 'A code has 1 to 40 lower-case letters, digits or hyphens, such as order-cancelled.');
  }
  if (new Set((codes as readonly WrapUpCode[]).map(({ code }) => code)).size < codes.length) {
    throw new Refusal('bad-wrap-up-code', 'A code stands twice in the list.');
  }
  return (codes as readonly WrapUpCode[]).map(({ code, names }) => ({ code, names: checkedTexts(names) }));
};
