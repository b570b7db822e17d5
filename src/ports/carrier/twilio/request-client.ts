import twilio from 'twilio';

/**
 * The SDK has no setting for its host. This client sends every request to another one and changes nothing else,
 * so that paging, retries and errors stay the SDK's own.
 */
export class OtherHostClient extends twilio.RequestClient {
  readonly #base: URL;

  constructor(baseUrl: string) {
    super({ timeout: 15_000 });
    this.#base = new URL(baseUrl);
  }

  override request: InstanceType<typeof twilio.RequestClient>['request'] = (options) => {
    const target = new URL(options.uri);
    target.protocol = this.#base.protocol;
    target.host = this.#base.host;
    return super.request({ ...options, uri: target.toString() });
  };
}
