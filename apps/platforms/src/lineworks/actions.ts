import { isObject, type Json, text, url, type Wrong } from './fields.js';

/** Where an action stands; not every type may stand everywhere. */
export type Place = 'button template' | 'list template' | 'carousel' | 'image carousel' | 'quick reply' | 'flex';

const POSTBACK_PLACES: readonly Place[] = ['carousel', 'image carousel', 'quick reply', 'flex'];

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  message: ['type', 'label', 'text', 'postback', 'i18nLabels', 'i18nTexts'],
  postback: ['type', 'label', 'data', 'displayText', 'i18nLabels', 'i18nDisplayTexts'],
  uri: ['type', 'label', 'uri', 'i18nLabels'],
  copy: ['type', 'label', 'copyText', 'i18nLabels'],
  camera: ['type', 'label', 'i18nLabels'],
  cameraRoll: ['type', 'label', 'i18nLabels'],
  location: ['type', 'label', 'i18nLabels'],
};

/** What LINE WORKS would refuse in an action object. */
export const checkAction = (action: unknown, at: string, place: Place): Wrong => {
  if (!isObject(action)) return `${at} is required`;
  const type = action['type'] as string;
  const allowed = PROPERTIES[type];
  if (!allowed) return `${at}.type is invalid`;
  const extra = Object.keys(action).find((name) => !allowed.includes(name));
  if (extra !== undefined) return `${at}.${extra} is not allowed`;
  return text(action, at, 'label', place === 'image carousel' ? 12 : 20) ?? checkType(action, at, place);
};

const checkType = (action: Json, at: string, place: Place): Wrong => {
  switch (action['type']) {
    case 'message':
      if (action['text'] === undefined && action['postback'] === undefined) return `${at}.text is required`;
      return text(action, at, 'text', 300, 'optional') ?? text(action, at, 'postback', 1_000, 'optional');
    case 'postback':
      if (!POSTBACK_PLACES.includes(place)) return `${at}.type is not allowed in a ${place}`;
      return text(action, at, 'data', 300) ?? text(action, at, 'displayText', 300, place === 'quick reply' ? 'required' : 'optional');
    case 'uri':
      return url(action, at, 'uri', 1_000, 'any scheme');
    case 'copy':
      return text(action, at, 'copyText', 1_000);
    default:
      return place === 'quick reply' ? undefined : `${at}.type is not allowed in a ${place}`;
  }
};
