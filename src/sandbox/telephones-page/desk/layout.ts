import { kept } from '../app/kept.ts';

export type Tab = 'phone' | 'messages' | 'mail';

export type Panel =
  | { readonly kind: 'calls'; readonly callSid: string | null }
  | { readonly kind: 'bad-day' }
  | { readonly kind: 'settings' };

/** Which telephones lie on the desk, which is in the hand, and what is open beside them. */
export type Layout = {
  readonly open: readonly string[];
  readonly inHand: string | null;
  readonly panel: Panel | null;
  /** On a narrow screen only one of the two is seen. */
  readonly view: 'shelf' | 'desk';
  readonly tabs: Readonly<Record<string, Tab>>;
};

export type LayoutAction =
  /** Puts a telephone on the desk, before another one or at the end, and takes it in the hand. */
  | { readonly type: 'open'; readonly number: string; readonly before?: string }
  | { readonly type: 'close' | 'take'; readonly number: string }
  | { readonly type: 'move'; readonly number: string; readonly by: -1 | 1 }
  | { readonly type: 'panel'; readonly panel: Panel | null }
  | { readonly type: 'view'; readonly view: Layout['view'] }
  | { readonly type: 'tab'; readonly number: string; readonly tab: Tab };

export function nextLayout(layout: Layout, action: LayoutAction): Layout {
  switch (action.type) {
    case 'open':
      return { ...opened(layout, action.number, action.before), view: 'desk' };
    case 'close':
      return closed(layout, action.number);
    case 'take':
      return layout.inHand === action.number ? layout : { ...layout, inHand: action.number };
    case 'move':
      return { ...layout, open: moved(layout.open, action.number, action.by) };
    case 'panel':
      return { ...layout, panel: action.panel };
    case 'view':
      return { ...layout, view: action.view, panel: null };
    case 'tab':
    default:
      return { ...layout, tabs: { ...layout.tabs, [action.number]: action.tab } };
  }
}

function opened(layout: Layout, number: string, before: string | undefined): Layout {
  if (before === number || (before === undefined && layout.open.includes(number)))
    return { ...layout, inHand: number };
  const others = layout.open.filter((each) => each !== number);
  const place = before === undefined ? -1 : others.indexOf(before);
  const open = others.toSpliced(place === -1 ? others.length : place, 0, number);
  return { ...layout, open, inHand: number };
}

function closed(layout: Layout, number: string): Layout {
  const open = layout.open.filter((each) => each !== number);
  const inHand = layout.inHand === number ? (open.at(-1) ?? null) : layout.inHand;
  return { ...layout, open, inHand, view: open.length === 0 ? 'shelf' : layout.view };
}

function moved(open: readonly string[], number: string, by: -1 | 1): readonly string[] {
  const from = open.indexOf(number);
  const to = from + by;
  return from === -1 || to < 0 || to >= open.length ? open : open.toSpliced(from, 1).toSpliced(to, 0, number);
}

const isNumbers = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

export const keptDesk = kept('desk', isNumbers);

/** The desk as it was left here, or the telephones that the address asks for: `?open=+13125550101,…`. */
export function firstLayout(address: URL): Layout {
  // A plus sign that nobody escaped arrives as a space.
  const asked = (address.searchParams.get('open') ?? '')
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '')
    .map((number) => (number.startsWith('+') ? number : `+${number}`));
  const open = asked.length > 0 ? asked : (keptDesk.read() ?? []);
  return { open, inHand: open[0] ?? null, panel: null, view: open.length > 0 ? 'desk' : 'shelf', tabs: {} };
}
