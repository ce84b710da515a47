import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { fillPlaceholders, textFor } from '@madoguchi/accounts';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Settings } from '../settings/settings.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { EXAMPLE_VALUES } from './example-values.js';
import { replyTemplates, type TemplatePreview } from './reply-template-view.js';
import { AddReplyTemplateBody, ChangeReplyTemplateBody, TemplatePreviewBody } from './requests.js';

@Controller('api/v1/reply-templates')
@UseInterceptors(VersionAsETag)
export class ReplyTemplatesController {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  @Get()
  @Needs('reply-templates.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.settings.list(admin, replyTemplates, query);
  }

  @Post()
  @Needs('reply-templates.change')
  add(@Admin() admin: SignedInAdmin, @Body() { name, shortcut, texts }: AddReplyTemplateBody, @IdempotencyKey() key: string) {
    return this.settings.add(admin, replyTemplates, { type: 'AddReplyTemplate', name, shortcut, texts }, key);
  }

  @Get(':id')
  @Needs('reply-templates.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.settings.show(admin, replyTemplates, id);
  }

  @Patch(':id')
  @Needs('reply-templates.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, shortcut, texts }: ChangeReplyTemplateBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.settings.change(admin, replyTemplates, id, { type: 'ChangeReplyTemplate', name, shortcut, texts }, { key, seen });
  }

  /** Archives it: it is offered to nobody any more; what was sent with it stays. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('reply-templates.change')
  archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.settings.change(admin, replyTemplates, id, { type: 'ArchiveReplyTemplate' }, { key, seen });
  }

  /** The template filled in, in the first of the languages that it has; it changes nothing. */
  @Post(':id/preview')
  @HttpCode(200)
  @Needs('reply-templates.view')
  async preview(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { languages, values }: TemplatePreviewBody,
  ): Promise<TemplatePreview> {
    const { texts } = await this.settings.show(admin, replyTemplates, id);
    const chosen = textFor(texts, languages ?? Object.keys(texts));
    if (!chosen) return { language: null, text: null, unfilled: [] };
    return { language: chosen.language, ...fillPlaceholders(chosen.text, { ...EXAMPLE_VALUES, ...values }) };
  }
}
