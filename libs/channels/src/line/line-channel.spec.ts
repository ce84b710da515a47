import { channelContract } from '@madoguchi/use-cases/testing';
import { lineSetup } from '../testing/line-setup.js';

channelContract(lineSetup);
