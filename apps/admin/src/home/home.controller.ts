import { Controller, Get, Inject } from '@nestjs/common';
import { setUpSoFar } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { Needs } from '../needs.js';
import { Admin, type SignedInAdmin } from '../signed-in.js';
import { DATABASE } from '../tokens.js';
import { homeView } from './home-view.js';

@Controller('api/v1/home')
export class HomeController {
  constructor(@Inject(DATABASE) private readonly database: DataSource) {}

  /** How far the centre is set up, in three steps. */
  @Get()
  @Needs('integration-accounts.view')
  async show(@Admin() { tenantId }: SignedInAdmin) {
    return homeView(await setUpSoFar(this.database, tenantId));
  }
}
