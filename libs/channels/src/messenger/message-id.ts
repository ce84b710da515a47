/** One message of Messenger may hold several of ours (two pictures): the second and later ones get a number behind Meta's id. */
export const partId = (mid: string, index: number): string => (index === 0 ? mid : `${mid}#${String(index + 1).padStart(2, '0')}`);

/** The id of something to which Meta gave none. */
export const ownId = (kind: 'postback' | 'order', rest: string): string => `${kind}:${rest}`;

/** Meta's own id of a message; undefined where the id was made here. */
export const plainMessageId = (id: string): string | undefined => (/^(postback|order):/.test(id) ? undefined : id.replace(/#\d+$/, ''));
