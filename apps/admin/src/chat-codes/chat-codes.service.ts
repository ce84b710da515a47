import { Inject, Injectable } from '@nestjs/common';
import {
  allChatCodes,
  chatCodeIn,
  type ChatCodes,
  type ChatCodesCommand,
  chatCodesDecider,
  type ChatCodesEvent,
  type ChatCodeState,
  chatCodesStream,
  clickToChatLink,
  type IntegrationAccount,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import { derivedId, type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import { asCommand } from '../as-command.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CREDENTIALS, EVENT_STORE } from '../tokens.js';
import { ChatCodesAtWhatsApp } from './chat-codes-at-whatsapp.js';
import type { ChangeChatCodeRequest, CreateChatCodeRequest } from './requests.js';
import { clickToChat, type ClickToChat, type SnippetLanguage } from './snippets.js';

/** One code as it is shown. */
export interface ChatCodeView extends Pick<ChatCodeState, 'reference' | 'prefilledText' | 'businessName' | 'consentSentence' | 'language'> {
  readonly id: string;
  /** WhatsApp has it as it stands here. */
  readonly settled: boolean;
  /** Why not, where it was refused. */
  readonly problem: ChatCodeState['problem'] | null;
  /** What stands in the QR code. Until WhatsApp has issued its own: a click-to-chat link with the same text. */
  readonly link: string;
}

/** QR codes and short links of one number, for administrators. What WhatsApp does not take now it is told again later. */
@Injectable()
export class ChatCodesOfNumber {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(ChatCodesAtWhatsApp) private readonly atWhatsApp: ChatCodesAtWhatsApp,
  ) {}

  async list(admin: SignedInAdmin, id: string): Promise<readonly ChatCodeView[]> {
    const [{ codes }, number] = await Promise.all([this.read(admin, id), this.number(admin, id)]);
    return allChatCodes(codes)
      .filter(({ deleted }) => !deleted)
      .map((code) => viewOf(code, number))
      .sort((one, other) => one.reference.localeCompare(other.reference));
  }

  async show(admin: SignedInAdmin, id: string, codeId: string): Promise<ChatCodeView> {
    const [{ codes }, number] = await Promise.all([this.read(admin, id), this.number(admin, id)]);
    const code = chatCodeIn(codes, codeId);
    if (!code || code.deleted) throw new ProblemException(404, 'no-such-chat-code', 'There is no such code.');
    return viewOf(code, number);
  }

  async create(admin: SignedInAdmin, id: string, request: CreateChatCodeRequest, key: string): Promise<ChatCodeView> {
    const chatCodeId = derivedId('chat-code', id, key);
    await this.command(admin, id, { type: 'CreateChatCode', chatCodeId, ...request }, key);
    return this.show(admin, id, chatCodeId);
  }

  async change(admin: SignedInAdmin, id: string, chatCodeId: string, request: ChangeChatCodeRequest, key: string): Promise<ChatCodeView> {
    const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
    await this.command(admin, id, { type: 'ChangeChatCode', chatCodeId, ...given }, key);
    return this.show(admin, id, chatCodeId);
  }

  async delete(admin: SignedInAdmin, id: string, chatCodeId: string, key: string): Promise<void> {
    await this.command(admin, id, { type: 'DeleteChatCode', chatCodeId }, key);
  }

  async clickToChat(admin: SignedInAdmin, id: string, language: SnippetLanguage, text?: string): Promise<ClickToChat> {
    return clickToChat(await this.number(admin, id), language, text);
  }

  private async command(admin: SignedInAdmin, id: string, command: ChatCodesCommand, key: string): Promise<void> {
    const account = await this.account(admin, id);
    await asCommand(this.store, admin, chatCodesDecider(account), chatCodesStream(id), command, key);
    await this.atWhatsApp.settle(admin.tenantId, id);
  }

  private async account({ tenantId }: SignedInAdmin, id: string): Promise<IntegrationAccount> {
    const { state, type } = await currentAccount(this.store, tenantId, id);
    if (type !== 'whatsapp') throw new ProblemException(409, 'wrong-type', 'Only a WhatsApp number has codes.');
    return { ...state, checklist: new Set(state.checklist) };
  }

  private async read(admin: SignedInAdmin, id: string): Promise<ChatCodes> {
    await this.account(admin, id);
    const events = (await this.store.readStream(chatCodesStream(id))) as readonly Recorded<ChatCodesEvent>[];
    return fold(chatCodesDecider(integrationAccountDecider.initialState()), events);
  }

  /** E.164. */
  private async number(admin: SignedInAdmin, id: string): Promise<string> {
    const { onboarding } = await this.account(admin, id);
    const number = onboarding?.phoneNumber ?? (await this.credentials.open(admin.tenantId, id)).phoneNumber;
    if (number === undefined) throw new ProblemException(409, 'no-number', 'This account has no phone number yet. Enter it first.');
    return number;
  }
}

const viewOf = (code: ChatCodeState, number: string): ChatCodeView => {
  const { chatCodeId, reference, prefilledText, businessName, consentSentence, language, revision, settled, problem, link } = code;
  return {
    id: chatCodeId,
    reference,
    prefilledText,
    businessName,
    consentSentence,
    language,
    settled: settled === revision,
    problem: problem ?? null,
    link: link ?? clickToChatLink(number, prefilledText),
  };
};
