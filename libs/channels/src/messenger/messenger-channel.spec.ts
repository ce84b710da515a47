import { channelContract } from '@madoguchi/use-cases/testing';
import { messengerSetup } from './testing/messenger-setup.js';

channelContract(messengerSetup);
