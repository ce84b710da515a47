import type { MessageContent } from '@madoguchi/conversation';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';

export interface Referral {
  /** The member of the message in which it stood. */
  readonly name: string;
  readonly content: MessageContent;
}

/** Where a message came from: the advertisement or post that led here (`referral`), the product that is asked about (`referred_product`). */
export const referralsOf = (message: JsonObject): readonly Referral[] => {
  const advertisement = objectIn(message.referral);
  const product = objectIn(objectIn(message.context)?.referred_product);
  return [
    ...(advertisement ? [{ name: 'referral', content: advertisementOf(advertisement) }] : []),
    ...(product ? [{ name: 'referred_product', content: productOf(product) }] : []),
  ];
};

const advertisementOf = ({ source_type: type, source_id: id, source_url: url, headline, body }: JsonObject): MessageContent => ({
  type: 'referral',
  source: textIn(type) ?? 'referral',
  title: textIn(headline),
  text: textIn(body),
  url: textIn(url),
  reference: idIn(id),
});

/** `reference` is the catalogue and in it the number of the product. */
const productOf = ({ catalog_id: catalogue, product_retailer_id: product }: JsonObject): MessageContent => ({
  type: 'referral',
  source: 'referred_product',
  reference: [idIn(catalogue), idIn(product)].filter((id) => id !== undefined).join('/') || undefined,
});

/** The message itself, also where an id names what came with it. */
export const messageIdOf = (providerMessageId: string): string => providerMessageId.split('#', 1)[0] ?? '';
