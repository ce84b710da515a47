import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { Erasing } from './erasing.js';
import { EraseContactRequest } from './requests.js';

@Needs('erasures.view')
@Controller('api/v1')
export class ContactsController {
  constructor(@Inject(Erasing) private readonly erasing: Erasing) {}

  /** Answers when everything is done, with the certificate. Repeated with the same key it ends what was begun. */
  @Post('contacts/:id/erase')
  @Needs('contacts.erase')
  @HttpCode(200)
  erase(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EraseContactRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.erasing.erase(admin, id.toLowerCase(), request, key);
  }

  @Get('contacts/:id/erasures')
  async ofContact(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await this.erasing.list(admin, id.toLowerCase()) };
  }

  /** What a restored backup needs: keep it apart from the backups. */
  @Get('erasures')
  async all(@Admin() admin: SignedInAdmin) {
    return { items: await this.erasing.list(admin) };
  }

  @Get('erasures/:id')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.erasing.show(admin, id.toLowerCase());
  }

  @Get('erasures/:id/certificate.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  print(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.erasing.print(admin, id.toLowerCase());
  }
}
