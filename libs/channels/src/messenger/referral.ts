import type { MessageContent } from '@madoguchi/conversation';
import { idIn, type JsonObject, objectIn, required, textIn } from '../platform-json.js';

/**
 * From which link, advertisement or product the customer came (`referral` of a message, of a postback, or on its own). Ids that have no
 * place of their own stand in the text, so that nothing is lost.
 *
 * @throws NotUnderstoodError when it does not say from where
 */
export const referralContent = (referral: JsonObject): MessageContent => {
  const ad = objectIn(referral.ads_context_data) ?? {};
  const product = idIn(objectIn(referral.product)?.id);
  const [reference, ...others] = [
    ['ref', idIn(referral.ref)],
    ['ad_id', idIn(referral.ad_id)],
    ['product_id', product ?? idIn(ad.product_id)],
    ['post_id', idIn(ad.post_id)],
  ].filter(([, value]) => value !== undefined);
  return {
    type: 'referral',
    source: required(textIn(referral.source) ?? (product && 'product'), 'referral.source'),
    title: textIn(ad.ad_title),
    text: others.map((pair) => pair.join(' ')).join(', ') || undefined,
    url: textIn(referral.referer_uri) ?? textIn(ad.photo_url) ?? textIn(ad.video_url),
    reference: reference?.[1],
  };
};

/** A product of the page's shop that the customer shares (`template` attachment). @throws NotUnderstoodError when it has no id */
export const productContent = (product: JsonObject): MessageContent => ({
  type: 'referral',
  source: 'product',
  title: textIn(product.title),
  text: textIn(product.subtitle),
  url: textIn(product.image_url),
  reference: required(textIn(product.retailer_id) ?? idIn(product.id), 'product.id'),
});
