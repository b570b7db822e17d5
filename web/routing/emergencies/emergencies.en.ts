/** A part of `routing.en.ts`. */
export const emergenciesEn = {
  how: 'A call that shows one of these signs stands first everywhere, in red, and starts the workflows for emergencies at once. Only people judge what it is: with one click a call is marked, or is none.',
  keys: 'Menu options',
  noKeys: 'The menu has no options yet.',
  departments: 'Departments',
  noDepartments: 'There are no departments yet.',
  words: 'Words in messages that callers leave',
  wordsHelp:
    'Endings are found by themselves (“bleeding” also finds “bleeds”), and “no bleeding” is none. Several words may stand in any order.',
  wordsIn: 'Words, {{language}}',
  add: 'Add a word',
  builtIn: 'These are the built-in words.',
  restore: 'Back to the built-in words',
  restored: 'The built-in words are back.',
  try: 'Try a sentence',
  tryExample: 'My gum is bleeding and it won’t stop.',
  found: 'An emergency, by the word “{{word}}”.',
  notFound: 'No emergency word in it.',
  option: 'Choosing it is an emergency',
  department: 'Its calls are emergencies',
  mark: 'Emergency',
} as const;
