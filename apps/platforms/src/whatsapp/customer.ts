import type { ActionResult, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import { type Acting, Emitter } from './emitter.js';

/** What one action of a customer makes Meta tell the business. @throws ControlProblem for what cannot be done on WhatsApp. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { user } = acting;
  if (action.group) throw new ControlProblem(400, 'no groups', 'Businesses are in no groups here; send one with the action raw.');
  if (user.blocked && !['follow', 'raw', 'read'].includes(action.type))
    throw new ControlProblem(409, 'blocked', `${user.name} has blocked the business. Send { "type": "follow" } first.`);
  const emitter = new Emitter(acting);
  switch (action.type) {
    case 'text':
      return emitter.message(
        { type: 'text', text: { body: action.text } },
        { kind: 'text', text: action.text },
        emitter.reply(action.replyTo),
      );
    case 'image':
      return emitter.media('image', fileOf('image', file, action.file), action.caption);
    case 'video':
      return emitter.media('video', fileOf('video', file, action.file), action.caption);
    case 'audio':
      return emitter.media('audio', fileOf('audio', file, action.file), undefined, { voice: false });
    case 'voice':
      return emitter.media('audio', fileOf('voice', file, action.file), undefined, { voice: true });
    case 'file':
      return emitter.media('document', fileOf('file', file, action.file), action.caption);
    case 'sticker':
      return emitter.media('sticker', fileOf('sticker', file), undefined, { animated: false });
    case 'location': {
      const { latitude, longitude, title: name, address } = action;
      return emitter.message(
        { type: 'location', location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) } },
        { kind: 'location', text: [name, address].filter(Boolean).join('\n'), location: { latitude, longitude } },
      );
    }
    case 'contact': {
      const { name, phone } = action;
      const card = { name: { formatted_name: name, first_name: name }, phones: [{ phone, wa_id: phone.replace(/\D/g, ''), type: 'CELL' }] };
      return emitter.message({ type: 'contacts', contacts: [card] }, { kind: 'contact', text: `${name}\n${phone}` });
    }
    case 'postback':
      return emitter.button(action.data, action.data, action.messageId);
    case 'choose':
      return emitter.choose(action.messageId, action.choice);
    case 'order':
      return emitter.order();
    case 'referral':
      return emitter.referral(action.source ?? 'ad', action.reference);
    case 'read':
      return emitter.read();
    case 'reaction':
      return emitter.react(action.messageId, action.emoji);
    case 'edit':
      return emitter.edit(action.messageId, action.text);
    case 'unsend':
      return emitter.unsend(action.messageId);
    case 'unknown': {
      const kind = action.kind ?? 'hologram';
      return emitter.message({ type: kind, [kind]: { note: 'not known when this was written' } }, { kind: 'unknown', text: kind });
    }
    case 'follow':
    case 'block':
      return emitter.block(action.type === 'block');
    case 'raw':
      return emitter.raw(action.event);
    case 'mail':
      throw new ControlProblem(400, 'not on this platform', 'WhatsApp has no mails.');
  }
};
