import { ERASE_REASONS, type EraseReason } from '@madoguchi/conversation';
import { IsIn, IsString, MaxLength } from 'class-validator';

export class EraseContactRequest {
  @IsIn(ERASE_REASONS)
  reason: EraseReason;

  /** Typed by the person who asks: `erase` and the first eight characters of the contact's id. Nobody can take it back afterwards. */
  @IsString()
  @MaxLength(100)
  confirm: string;
}

export const confirmationFor = (contactId: string): string => `erase ${contactId.slice(0, 8)}`;
