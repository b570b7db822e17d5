export const uiEn = {
  tryAgain: 'Try again',
  more: 'Show more',
  loading: 'Loading',
  undo: 'Undo',
  close: 'Close',
  saved: 'Saved',
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped or old.',
    action: 'Go to Now',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    ui: typeof uiEn;
  }
}
