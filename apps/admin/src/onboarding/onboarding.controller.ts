import { Body, Controller, Get, HttpCode, Inject, type MessageEvent, Param, ParseUUIDPipe, Post, Query, Sse } from '@nestjs/common';
import { accountStream } from '@madoguchi/accounts';
import { concatMap, defer, filter, map, merge, Observable } from 'rxjs';
import { Needs } from '../needs.js';
import { FollowedAccounts } from '../scheduler/followed-accounts.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { Onboardings } from './onboarding.service.js';
import { readPhoneNumber } from './phone-number.js';
import {
  CheckPhoneNumber,
  ConfirmTermsRequest,
  EnterCodeRequest,
  RecordApplicationRequest,
  RecordCertificateRequest,
  RegisterRequest,
  RequestCodeRequest,
  StartOnboardingRequest,
  TermsQuery,
} from './requests.js';

@Controller('api/v1/integration-accounts/:id/onboarding')
@Needs('integration-accounts.change')
export class OnboardingController {
  constructor(
    @Inject(Onboardings) private readonly onboardings: Onboardings,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
  ) {}

  @Get()
  @Needs('integration-accounts.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.onboardings.show(admin, id);
  }

  /** Where the number stands, now and after every change. */
  @Sse('live')
  @Needs('integration-accounts.view')
  async live(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string): Promise<Observable<MessageEvent>> {
    const first = await this.onboardings.show(admin, id);
    const changes = new Observable<string>((subscriber) => this.accounts.onChange(({ stream }) => subscriber.next(stream))).pipe(
      filter((stream) => stream === accountStream(id)),
      concatMap(() => defer(() => this.onboardings.show(admin, id))),
    );
    return merge([first], changes).pipe(map((data) => ({ data })));
  }

  /** How a number should be written; changes nothing. */
  @Post('phone-number-check')
  @HttpCode(200)
  checkPhoneNumber(@Body() { phoneNumber, country }: CheckPhoneNumber) {
    return readPhoneNumber(phoneNumber, country);
  }

  @Post()
  start(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: StartOnboardingRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.start(admin, id, request, key);
  }

  @Post('application-steps')
  @HttpCode(200)
  apply(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RecordApplicationRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.recordApplication(admin, id, request, key);
  }

  @Get('terms')
  @Needs('integration-accounts.view')
  terms(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Query() { language = 'en' }: TermsQuery) {
    return this.onboardings.terms(admin, id, language);
  }

  @Post('terms')
  @HttpCode(200)
  confirm(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ConfirmTermsRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.confirmTerms(admin, id, request, key);
  }

  @Post('certificate')
  @HttpCode(200)
  certificate(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RecordCertificateRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.recordCertificate(admin, id, request, key);
  }

  @Post('codes')
  @HttpCode(200)
  requestCode(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RequestCodeRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.requestCode(admin, id, request, key);
  }

  @Post('codes/entries')
  @HttpCode(200)
  enterCode(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { code }: EnterCodeRequest,
    @IdempotencyKey() key: string,
  ) {
    return this.onboardings.enterCode(admin, id, code, key);
  }

  @Post('register')
  @HttpCode(200)
  register(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @Body() { pin }: RegisterRequest) {
    return this.onboardings.register(admin, id, pin);
  }

  @Post('start-over')
  @HttpCode(200)
  startOver(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.onboardings.startOver(admin, id, key);
  }
}
