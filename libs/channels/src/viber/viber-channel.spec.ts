import { channelContract } from '@madoguchi/use-cases/testing';
import { viberSetup } from './testing/viber-setup.js';

channelContract(viberSetup);
