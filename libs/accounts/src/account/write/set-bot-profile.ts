import { Refusal } from '@madoguchi/event-sourcing';
import { fitsCharacters } from '../../characters.js';
import type { BotProfile, IntegrationAccountEvent } from '../events.js';
import { wrongType } from '../refusals.js';
import type { IntegrationAccount } from '../state.js';

/** What members see of a bot that we make for them. */
export interface SetBotProfile extends BotProfile {
  readonly type: 'SetBotProfile';
}

/** Characters as a person counts them; the image in bytes. */
export const BOT_LIMITS = { name: 20, description: 100, image: 10 * 1024 * 1024 } as const;

/** LINE WORKS itself takes a `botName` of 100 units: twenty families with four heads each are more. */
const LONGEST_BOT_NAME = 100;

/** What LINE WORKS has in its pictures; its API itself asks for a PNG. */
const IMAGE_TYPES = ['image/png', 'image/jpeg'];

/** @throws Refusal `bad-bot-name`, `bad-bot-description`, `bad-bot-image` */
export const checkedProfile = ({ name, description, image }: BotProfile): BotProfile => {
  const [trimmedName, trimmedDescription] = [name, description].map((text) => (typeof text === 'string' ? text.trim() : '')) as [
    string,
    string,
  ];
  if (!fitsCharacters(trimmedName, BOT_LIMITS.name) || trimmedName.length > LONGEST_BOT_NAME || /[\r\n]/.test(trimmedName)) {
    throw new Refusal('bad-bot-name', `The name of a bot has 1 to ${BOT_LIMITS.name} characters on one line.`, { most: BOT_LIMITS.name });
  }
  if (!fitsCharacters(trimmedDescription, BOT_LIMITS.description)) {
    throw new Refusal('bad-bot-description', `The description of a bot has 1 to ${BOT_LIMITS.description} characters.`, {
      most: BOT_LIMITS.description,
    });
  }
  return { name: trimmedName, description: trimmedDescription, image: image && checkedImage(image) };
};

const checkedImage = ({ mediaId, fileName, mimeType, size }: NonNullable<BotProfile['image']>): BotProfile['image'] => {
  if (!Number.isInteger(size) || size <= 0 || size >= BOT_LIMITS.image)
    throw new Refusal('bad-bot-image', 'The image of a bot is smaller than 10 MB.');
  if (typeof fileName !== 'string' || !/^[a-z0-9]{1,100}\.(png|jpe?g)$/.test(fileName)) {
    throw new Refusal('bad-bot-image', 'The file name of a bot’s image has lower-case letters and digits only, and ends in .png or .jpg.', {
      suggestion: imageNameFor(fileName),
    });
  }
  if (!IMAGE_TYPES.includes(mimeType)) throw new Refusal('bad-bot-image', 'The image of a bot is a PNG or JPEG file.');
  return { mediaId, fileName, mimeType, size };
};

/** "Rename for me": the nearest name that is allowed. */
export const imageNameFor = (fileName: string): string => {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(String(fileName)) ?? [];
  const allowed = stem
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 100);
  return `${allowed || 'bot'}.${/^jpe?g$/i.test(ending) ? 'jpg' : 'png'}`;
};

export const setBotProfile = (command: SetBotProfile, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (account.accountType !== 'lineworks') throw wrongType('lineworks');
  if (account.botWay !== 'simple') throw new Refusal('made-in-console', 'This bot was made in the Developer Console; change it there.');
  const profile = checkedProfile(command);
  const same = JSON.stringify(profile) === JSON.stringify(account.botProfile && checkedProfile(account.botProfile));
  return same ? [] : [{ type: 'BotProfileSet', data: profile }];
};
