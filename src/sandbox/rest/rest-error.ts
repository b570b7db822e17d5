/** An answer in the carrier's form of errors; `code` is the carrier's own. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  toJSON(): { code: number; message: string; more_info: string; status: number } {
    const moreInfo = `https://www.twilio.com/docs/errors/${this.code}`;
    return { code: this.code, message: this.message, more_info: moreInfo, status: this.status };
  }
}

/** A request that cannot be carried out as it is. */
export const badRequest = (code: number, message: string): RestError => new RestError(400, code, message);

export const notFound = (path: string): RestError =>
  new RestError(404, 20404, `The requested resource ${path} was not found`);
