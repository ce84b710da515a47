import { channelContract } from '@madoguchi/use-cases/testing';
import { vonageSetup } from './testing/vonage-setup.js';

channelContract(vonageSetup);
