import { applyDecorators } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional, IsUrl, Matches, ValidateBy, ValidateIf } from 'class-validator';

/** Where files are kept: a folder, or a bucket of an S3-compatible server; exactly one of the two. */

type Settings = Readonly<Record<string, string | undefined>>;

const FOLDER = 'MADOGUCHI_MEDIA_DIR';
const BUCKET = 'MADOGUCHI_MEDIA_S3_BUCKET';
const ENDPOINT = 'MADOGUCHI_MEDIA_S3_ENDPOINT';
const KEY_ID = 'MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID';
const SECRET = 'MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY';

export const MediaFolder = () =>
  ValidateBy({
    name: 'onePlaceOfFiles',
    validator: {
      validate: (_, on) => {
        const settings = on?.object as Settings;
        return !settings[FOLDER] !== !settings[BUCKET];
      },
      defaultMessage: (on) =>
        (on?.object as Settings)[FOLDER]
          ? `only one of ${FOLDER} and ${BUCKET} may be set`
          : `files need a place: set ${FOLDER} to a folder that agent-desktop, ingress and outbound-sender share, or ${BUCKET} to a bucket`,
    },
  });

export const MediaBucket = () =>
  applyDecorators(IsOptional(), Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: `${BUCKET} must be the name of a bucket` }));

export const MediaRegion = () =>
  applyDecorators(
    ValidateIf((settings: Settings) => Boolean(settings[BUCKET])),
    IsNotEmpty({ message: 'MADOGUCHI_MEDIA_S3_REGION must be the region of the bucket, for example ap-northeast-1' }),
  );

/** Absent: AWS. */
export const MediaEndpoint = () =>
  applyDecorators(
    IsOptional(),
    IsUrl(
      { protocols: ['http', 'https'], require_tld: false, require_protocol: true, disallow_auth: true, allow_query_components: false },
      { message: `${ENDPOINT} must be the address of the S3-compatible server, http or https, without user and query` },
    ),
  );

/** Absent on AWS: the role of the machine. */
export const MediaAccessKey = () =>
  applyDecorators(
    ValidateIf((settings: Settings) => Boolean(settings[BUCKET] && (settings[ENDPOINT] || settings[KEY_ID] || settings[SECRET]))),
    IsNotEmpty({ message: `the access key of the bucket has two parts, ${KEY_ID} and ${SECRET}` }),
  );

/** Absent: when there is an endpoint. */
export const MediaPathStyle = () =>
  applyDecorators(IsOptional(), IsIn(['true', 'false'], { message: 'MADOGUCHI_MEDIA_S3_FORCE_PATH_STYLE must be true or false' }));
