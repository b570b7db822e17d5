/**
 * A page whose rules go by Temporal. A browser that has none loads one before the page; the others load nothing for it.
 * To be used where the page is loaded.
 */
export const withTemporal =
  <Page>(load: () => Promise<Page>): (() => Promise<Page>) =>
  async () => {
    if (typeof Temporal === 'undefined') (await import('temporal-polyfill/shim')).install();
    return load();
  };
