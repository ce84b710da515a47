import { channelContract } from '@madoguchi/use-cases/testing';
import { lineworksSetup } from './testing/lineworks-setup.js';

channelContract(lineworksSetup);
