import type { BuiltContact } from 'whatsapp-api-js/messages/contacts';
import type { ActionButtons, ActionCTA, ActionList, Interactive } from 'whatsapp-api-js/messages/interactive';
import type { BodyComponent, Template } from 'whatsapp-api-js/messages/template';
import type { ClientMessageRequest, ClientTypingIndicators } from 'whatsapp-api-js/types';
import type { WhatsAppSign } from './mark.js';
import { type WhatsAppMessage, whatsappMessageOf, whatsappReactionOf } from './message.js';
import { whatsappCustomer, whatsappExamples } from './testing/whatsapp-setup.js';

/** A class of the library as it goes over the wire: without what begins with "_", which is for its own use. */
type Wire<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Wire<Each>[]
    : T extends object
      ? { readonly [Key in keyof T as Key extends `_${string}` ? never : Key]: Wire<T[Key]> }
      : T;

/** `true` when the vendor takes ours, and knows every member of it. */
type Taken<Ours, Theirs> = [Ours] extends [Theirs] ? ([Exclude<keyof Ours, keyof Theirs>] extends [never] ? true : never) : never;

type Ours<Type extends WhatsAppMessage['type']> = Extract<WhatsAppMessage, { type: Type }>;
type Theirs<Type extends ClientMessageRequest['type']> = Wire<Extract<ClientMessageRequest, { type: Type }>>;
type Choice<Type extends Ours<'interactive'>['interactive']['type']> = Extract<Ours<'interactive'>['interactive'], { type: Type }>;
type Blanks = NonNullable<Ours<'template'>['template']['components']>[number];

/** What is around every message; each type's own member is looked at below. */
type Envelope<Message> = Omit<Message, WhatsAppMessage['type'] | 'interactive'>;

interface TakenByVendor {
  readonly recipient: Taken<{ readonly to: string; readonly recipient: string }, Pick<ClientMessageRequest, 'to' | 'recipient'>>;
  readonly typing: Taken<NonNullable<WhatsAppSign['typing_indicator']>['type'], ClientTypingIndicators>;
  readonly envelope: Taken<Envelope<Ours<'text'>>, Envelope<Theirs<'text'>>>;
  readonly text: Taken<Ours<'text'>['text'], Theirs<'text'>['text']>;
  readonly image: Taken<Ours<'image'>['image'], Theirs<'image'>['image']>;
  readonly video: Taken<Ours<'video'>['video'], Theirs<'video'>['video']>;
  readonly audio: Taken<Ours<'audio'>['audio'], Theirs<'audio'>['audio']>;
  readonly document: Taken<Ours<'document'>['document'], Theirs<'document'>['document']>;
  readonly sticker: Taken<Ours<'sticker'>['sticker'], Theirs<'sticker'>['sticker']>;
  readonly location: Taken<Ours<'location'>['location'], Theirs<'location'>['location']>;
  readonly reaction: Taken<Ours<'reaction'>['reaction'], Theirs<'reaction'>['reaction']>;
  readonly contacts: Taken<Ours<'contacts'>['contacts'][number], Wire<BuiltContact>>;
  readonly interactive: Taken<Omit<Ours<'interactive'>['interactive'], 'action'>, Omit<Wire<Interactive>, 'action'>>;
  readonly buttons: Taken<Choice<'button'>['action'], Wire<ActionButtons>>;
  readonly button: Taken<Choice<'button'>['action']['buttons'][number], Wire<ActionButtons['buttons'][number]>>;
  readonly link: Taken<Choice<'cta_url'>['action'], Wire<ActionCTA>>;
  readonly list: Taken<Choice<'list'>['action'], Wire<ActionList>>;
  readonly row: Taken<Choice<'list'>['action']['sections'][number]['rows'][number], Wire<ActionList['sections'][number]['rows'][number]>>;
  readonly template: Taken<Omit<Ours<'template'>['template'], 'components' | 'language'>, Omit<Wire<Template>, 'components' | 'language'>>;
  readonly language: Taken<Ours<'template'>['template']['language'], Partial<Wire<Template['language']>>>;
  readonly blanks: Taken<Blanks, Wire<BodyComponent>>;
  readonly blank: Taken<Blanks['parameters'][number], Wire<BodyComponent['parameters'][number]>>;
}

/** Does not compile when Meta's forms, as the library (whatsapp-api-js) has them, drift away from ours. */
const taken: TakenByVendor = {
  recipient: true,
  typing: true,
  envelope: true,
  text: true,
  image: true,
  video: true,
  audio: true,
  document: true,
  sticker: true,
  location: true,
  reaction: true,
  contacts: true,
  interactive: true,
  buttons: true,
  button: true,
  link: true,
  list: true,
  row: true,
  template: true,
  language: true,
  blanks: true,
  blank: true,
};

describe('what we send to WhatsApp is what its library publishes (a drift fails the typecheck)', () => {
  it('in every type that we send', () => {
    const sent = whatsappExamples.map((content) => whatsappMessageOf({ content, recipient: whatsappCustomer }, '1037543291543636')?.type);
    const types = new Set([...sent, whatsappReactionOf(whatsappCustomer, 'wamid.C1', '👍')?.type]);
    expect([...types].filter((type) => type === undefined || !(type in taken))).toEqual([]);
    expect(types.size).toBe(11);
  });
});
