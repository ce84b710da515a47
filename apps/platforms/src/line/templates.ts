import { type ActionPlace, checkAction, checkActions } from './actions.js';
import type { BodyError } from './answers.js';
import { isObject, type Json, optionalText, size, text, url } from './fields.js';

const IN_TEMPLATE: ActionPlace = { labelLimit: 20, labelled: true };
const IN_IMAGE_CAROUSEL: ActionPlace = { labelLimit: 12, labelled: false };

/** Beside a title or picture there is room for less text. */
const withHead = (part: Json, plain: number): number => (part['title'] || part['thumbnailImageUrl'] ? 60 : plain);

export const checkTemplate = (template: unknown, at: string): BodyError[] => {
  if (!isObject(template)) return [{ message: 'May not be null', property: at }];
  switch (template['type']) {
    case 'confirm':
      return [...text(template, at, 'text', 240), ...checkActions(template['actions'], `${at}.actions`, 2, 2, IN_TEMPLATE)];
    case 'buttons':
      return [
        ...checkHead(template, at),
        ...text(template, at, 'text', withHead(template, 160)),
        ...checkActions(template['actions'], `${at}.actions`, 1, 4, IN_TEMPLATE),
      ];
    case 'carousel':
      return [...checkColumns(template, at, checkColumn), ...sameNumberOfActions(template, at)];
    case 'image_carousel':
      return checkColumns(template, at, (column, where) => [
        ...url(column, where, 'imageUrl'),
        ...checkAction(column['action'], `${where}.action`, IN_IMAGE_CAROUSEL),
      ]);
    default:
      return [{ message: 'Must be one of the following values: [buttons, confirm, carousel, image_carousel]', property: `${at}.type` }];
  }
};

const checkHead = (part: Json, at: string): BodyError[] => [
  ...optionalText(part, at, 'title', 40),
  ...(part['thumbnailImageUrl'] === undefined ? [] : url(part, at, 'thumbnailImageUrl')),
];

const checkColumns = (template: Json, at: string, check: (column: Json, where: string) => BodyError[]): BodyError[] => {
  const wrongSize = size(template['columns'], `${at}.columns`, 1, 10);
  if (wrongSize.length > 0) return wrongSize;
  return (template['columns'] as unknown[]).flatMap((column, index) => {
    const where = `${at}.columns[${index}]`;
    return isObject(column) ? check(column, where) : [{ message: 'May not be null', property: where }];
  });
};

const checkColumn = (column: Json, where: string): BodyError[] => [
  ...checkHead(column, where),
  ...text(column, where, 'text', withHead(column, 120)),
  ...checkActions(column['actions'], `${where}.actions`, 1, 3, IN_TEMPLATE),
];

const sameNumberOfActions = ({ columns }: Json, at: string): BodyError[] => {
  const numbers = Array.isArray(columns)
    ? columns.map((column) => (isObject(column) && Array.isArray(column['actions']) ? column['actions'].length : 0))
    : [];
  return new Set(numbers).size > 1 ? [{ message: 'The number of actions must be the same in all columns', property: `${at}.columns` }] : [];
};
