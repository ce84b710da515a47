import { channelContract } from '@madoguchi/use-cases/testing';
import { telegramSetup } from '../testing/telegram-setup.js';

channelContract(telegramSetup);
