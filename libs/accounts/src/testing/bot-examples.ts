import type { BotProfile, IntegrationAccountEvent } from '../account/events.js';
import { derivedId } from '@madoguchi/event-sourcing';
import { added, exampleWindow } from './examples.js';

export const exampleBot: BotProfile = {
  name: '人事相談',
  description: '人事への質問はこちらへどうぞ。',
  image: { mediaId: derivedId('example', 'image'), fileName: 'jinji01.png', mimeType: 'image/png', size: 40_000 },
};

export const simpleBot: IntegrationAccountEvent = added('lineworks', { botWay: 'simple', contactWindowId: exampleWindow });
export const consoleBot: IntegrationAccountEvent = added('lineworks', { botWay: 'console', contactWindowId: exampleWindow });
export const botProfileSet: IntegrationAccountEvent = { type: 'BotProfileSet', data: exampleBot };
