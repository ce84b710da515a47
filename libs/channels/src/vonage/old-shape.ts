import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';

/**
 * A webhook as the current version (v1) writes it. Applications that were never switched still send v0.1: ends are objects, the content
 * stands one level deeper.
 */
export const currentShapeOf = (webhook: JsonObject): JsonObject => {
  const to = objectIn(webhook.to);
  const from = objectIn(webhook.from);
  if (!to || !from) return webhook;
  const { message, ...rest } = webhook;
  const channel = textIn(from.type) ?? textIn(to.type);
  return {
    ...rest,
    channel: channel === 'viber_service_msg' ? 'viber_service' : channel,
    to: addressIn(to),
    from: addressIn(from),
    ...contentIn(objectIn(objectIn(message)?.content)),
  };
};

const addressIn = ({ number, id }: JsonObject): string | undefined => idIn(number) ?? idIn(id);

const contentIn = (content: JsonObject | undefined): JsonObject => {
  if (!content) return {};
  const { type, ...members } = content;
  return { message_type: type, ...members };
};
