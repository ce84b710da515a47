import type { BodyError } from './answers.js';
import { isObject, type Json, oneOf, optionalText, size, text } from './fields.js';

/** Where an action hangs: how long its label may be, whether it needs one, and whether what only quick replies can do is possible. */
export interface ActionPlace {
  readonly labelLimit: number;
  readonly labelled: boolean;
  readonly inQuickReply?: true;
}

const graphemes = new Intl.Segmenter();
const lengthInGraphemes = (value: string): number => [...graphemes.segment(value)].length;

/** Labels are counted in grapheme clusters. */
export const checkAction = (action: unknown, at: string, place: ActionPlace): BodyError[] => {
  if (!isObject(action)) return [{ message: 'May not be null', property: at }];
  return [...checkLabel(action, at, place), ...checkKind(action, at, place)];
};

const checkLabel = ({ label }: Json, at: string, { labelLimit, labelled }: ActionPlace): BodyError[] => {
  if (label === undefined || label === '') return labelled ? [{ message: 'May not be empty', property: `${at}.label` }] : [];
  return typeof label === 'string' && lengthInGraphemes(label) <= labelLimit
    ? []
    : [{ message: `Length must be between 0 and ${labelLimit}`, property: `${at}.label` }];
};

const checkKind = (action: Json, at: string, { inQuickReply }: ActionPlace): BodyError[] => {
  switch (action['type']) {
    case 'message':
      return text(action, at, 'text', 300);
    case 'postback':
      return [...text(action, at, 'data', 300), ...optionalText(action, at, 'displayText', 300)];
    case 'uri':
      return [...text(action, at, 'uri', 1000), ...scheme(action, at)];
    case 'datetimepicker':
      return [
        ...text(action, at, 'data', 300),
        ...text(action, at, 'mode', 20),
        ...oneOf(action, at, 'mode', ['date', 'time', 'datetime']),
      ];
    case 'clipboard':
      return text(action, at, 'clipboardText', 1000);
    case 'richmenuswitch':
      return [...text(action, at, 'richMenuAliasId', 32), ...text(action, at, 'data', 300)];
    case 'camera':
    case 'cameraRoll':
    case 'location':
      return inQuickReply ? [] : [{ message: 'Must be specified in quick reply', property: `${at}.type` }];
    default:
      return [{ message: 'Invalid action type', property: `${at}.type` }];
  }
};

const scheme = (action: Json, at: string): BodyError[] =>
  typeof action['uri'] === 'string' && !/^(https?|line|tel):/i.test(action['uri'])
    ? [{ message: 'Invalid URI scheme', property: `${at}.uri` }]
    : [];

export const checkActions = (value: unknown, at: string, min: number, max: number, place: ActionPlace): BodyError[] => {
  const wrongSize = size(value, at, min, max);
  return wrongSize.length > 0 ? wrongSize : (value as unknown[]).flatMap((action, index) => checkAction(action, `${at}[${index}]`, place));
};
