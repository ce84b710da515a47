import { email } from './email/platform.js';
import { line } from './line/platform.js';
import { lineworks } from './lineworks/platform.js';
import { messenger } from './messenger/platform.js';
import type { Platform } from './platform.js';
import { telegram } from './telegram/platform.js';
import { viber } from './viber/platform.js';
import { vonage } from './vonage/platform.js';
import { whatsapp } from './whatsapp/platform.js';

/** Every platform that stands in here. */
export const platforms: readonly Platform[] = [line, lineworks, telegram, messenger, viber, vonage, whatsapp, email];
