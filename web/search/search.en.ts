export const searchEn = {
  placeholder: 'Search people, numbers, calls, pages and actions',
  people: 'People',
  calls: 'Calls',
  pages: 'Pages',
  actions: 'Actions',
  nothing: 'Nothing found for “{{text}}”. Try part of a name, the digits of a number or a birth date.',
  kinds: { lead: 'Lead', staff: 'Team' },
  directions: { inbound: 'Incoming', outbound: 'Outgoing' },
  callPerson: 'Call {{name}}',
  callNumber: 'Call {{number}}',
  takeCalls: 'Take calls',
  stopCalls: 'Stop taking calls',
  switchTo: 'Switch to {{clinic}}',
  speak: 'Change the language to {{language}}',
  light: 'Use the light appearance',
  dark: 'Use the dark appearance',
  listKeys: 'Show the keyboard shortcuts',
  signOut: 'Sign out',
  keys: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    control: 'Ctrl',
    search: 'Search everything (⌘ K on a Mac)',
    accept: 'Accept a ringing call',
    decline: 'Decline a ringing call',
    list: 'Show this list',
    find: 'Go to the search field of the page',
    go: 'Open {{page}}',
    shift: 'Shift',
    delete: 'Del',
    inEditor: 'In the editor of workflows',
    editor: {
      walk: 'Walk through the steps',
      open: 'Open the step',
      fold: 'Hide or show what is inside',
      move: 'Move the step',
      insert: 'Add a step behind it',
      copy: 'Duplicate it',
      remove: 'Remove it',
      undo: 'Undo (⌘ Z on a Mac)',
      redo: 'Redo',
    },
    single: 'Use keys without Ctrl',
    singleHint: 'Switch this off if you speak to your computer or if keys get pressed by accident.',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof searchEn;
  }
}
