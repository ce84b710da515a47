/** An error of S3, with its own code. */
export class S3Refusal extends Error {
  override readonly name = 'S3Refusal';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }

  /** As S3 writes it. */
  body(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${this.code}</Code><Message>${this.code}</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>`;
  }
}
