import { channelContract } from '@madoguchi/use-cases/testing';
import { emailSetup } from './testing/email-setup.js';

channelContract(emailSetup);
