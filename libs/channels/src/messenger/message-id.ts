import { NOTICES } from './notice.js';

/** One message of Messenger may hold several of ours (two pictures): the second and later ones get a number behind Meta's id. */
export const partId = (mid: string, index: number): string => (index === 0 ? mid : `${mid}#${String(index + 1).padStart(2, '0')}`);

/** Things to which Meta gives no id. */
const WITHOUT_ID = ['postback', 'order', 'referral', ...NOTICES] as const;

/** The id of such a thing. */
export const ownId = (kind: (typeof WITHOUT_ID)[number], rest: string): string => `${kind}:${rest}`;

/** Meta's own id of a message; undefined where the id was made here. */
export const plainMessageId = (id: string): string | undefined =>
  WITHOUT_ID.some((kind) => id.startsWith(`${kind}:`)) ? undefined : id.replace(/#\d+$/, '');
