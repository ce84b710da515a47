import type { MessageContent, OrderLine } from '@madoguchi/conversation';
import { idIn, type JsonObject, NotUnderstoodError, numberIn, objectIn, required, textIn } from '../platform-json.js';

/** A cart that the customer sent (`order` of `send_cart`). @throws NotUnderstoodError when there is nothing in it that is documented */
export const orderContent = ({ products, note }: JsonObject): MessageContent => {
  if (!Array.isArray(products) || products.length === 0) throw new NotUnderstoodError('the cart has no list of products');
  return { type: 'order', lines: products.map((product: unknown) => lineOf(objectIn(product) ?? {})), note: textIn(note) };
};

const lineOf = (product: JsonObject): OrderLine => ({
  // The shop's own number says more to an agent than Meta's.
  productId: required(textIn(product.retailer_id) ?? idIn(product.id), 'product.id'),
  name: textIn(product.name),
  quantity: required(numberIn(product.quantity), 'product.quantity'),
  price: numberIn(product.unit_price)?.toString() ?? textIn(product.unit_price),
  currency: textIn(product.currency),
});
