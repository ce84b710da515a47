import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { toBuffer, toString } from 'qrcode';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { ChatCodesOfNumber } from './chat-codes.service.js';
import { printableSheet } from './printable-sheet.js';
import { ChangeChatCodeRequest, CreateChatCodeRequest, SnippetsQuery } from './requests.js';

/** Some 350 pixels in all: for screens. What is printed takes the SVG. */
const PIXELS_PER_MODULE = 8;

@Controller('api/v1/integration-accounts/:id')
@Needs('integration-accounts.change')
export class ChatCodesController {
  constructor(@Inject(ChatCodesOfNumber) private readonly codes: ChatCodesOfNumber) {}

  /** By reference. */
  @Get('chat-codes')
  @Needs('integration-accounts.view')
  async list(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await this.codes.list(admin, id) };
  }

  @Post('chat-codes')
  create(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CreateChatCodeRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.codes.create(admin, id, request, key);
  }

  @Get('chat-codes/:code')
  @Needs('integration-accounts.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Param('code', ParseUUIDPipe) code: string) {
    return this.codes.show(admin, id, code);
  }

  /** The printed code and its link stay the same. */
  @Patch('chat-codes/:code')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code', ParseUUIDPipe) code: string,
    @Body() request: ChangeChatCodeRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.codes.change(admin, id, code, request, key);
  }

  @Delete('chat-codes/:code')
  @HttpCode(204)
  delete(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code', ParseUUIDPipe) code: string,
    @IdempotencyKey() key: string,
  ) {
    return this.codes.delete(admin, id, code, key);
  }

  @Get('chat-codes/:code/qr.png')
  @Needs('integration-accounts.view')
  async png(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Param('code', ParseUUIDPipe) code: string) {
    const { link } = await this.codes.show(admin, id, code);
    return new StreamableFile(await toBuffer(link, { errorCorrectionLevel: 'M', scale: PIXELS_PER_MODULE }), { type: 'image/png' });
  }

  @Get('chat-codes/:code/qr.svg')
  @Needs('integration-accounts.view')
  @Header('content-type', 'image/svg+xml')
  async svg(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Param('code', ParseUUIDPipe) code: string) {
    const { link } = await this.codes.show(admin, id, code);
    return toString(link, { type: 'svg', errorCorrectionLevel: 'M' });
  }

  /** To be printed. It holds what people have typed, so nothing in it may run. */
  @Get('chat-codes/:code/sheet.html')
  @Needs('integration-accounts.view')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  async sheet(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Param('code', ParseUUIDPipe) code: string) {
    const view = await this.codes.show(admin, id, code);
    return printableSheet(view, view.link);
  }

  @Get('click-to-chat')
  @Needs('integration-accounts.view')
  clickToChat(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Query() { language = 'en', text }: SnippetsQuery) {
    return this.codes.clickToChat(admin, id, language, text);
  }
}
