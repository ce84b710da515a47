import { channelContract } from '@madoguchi/use-cases/testing';
import { whatsappSetup } from './testing/whatsapp-setup.js';

channelContract(whatsappSetup);
