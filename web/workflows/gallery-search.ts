import type { Category } from '../../src/workflows/rules/gallery/gallery-entry.ts';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';

/** A category, or what the clinic has kept itself. */
export type Shelf = Category | 'own';
const all: Record<Category, true> = {
  calls: true,
  appointments: true,
  'new-patients': true,
  treatment: true,
  payments: true,
  'staying-in-touch': true,
};
/** Written out, because the address is read before zod is there. */
export const categories = Object.keys(all) as Category[];
export const shelves: readonly Shelf[] = [...categories, 'own'];

export interface GallerySearch {
  show?: Shelf;
  q?: string;
  /** the key of the entry that is read */
  open?: string;
}

/** Only what is a filter is taken from the address. */
export const readGallerySearch = (search: Record<string, unknown>): GallerySearch => {
  const show = shelves.find((shelf) => shelf === search['show']);
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' ? value.slice(0, 100) : '';
  };
  return {
    ...(show === undefined ? {} : { show }),
    ...(text('q') === '' ? {} : { q: text('q') }),
    ...(text('open') === '' ? {} : { open: text('open') }),
  };
};

/** What comes with Frontdesk and cannot run here yet is not offered; the clinic's own can be put right as a draft. */
export const isOffered = ({ own, faults }: TemplateItem): boolean => own || faults.length === 0;

/** Every word has to be somewhere in what the entry says of itself, or in what it says to patients. */
export const matches = (
  { own, name, says, forWhom, definition, ...item }: TemplateItem,
  { show, q = '' }: GallerySearch,
  language: 'en' | 'de',
): boolean => {
  if (show === 'own' ? !own : show !== undefined && !item.categories.includes(show)) return false;
  const text = [name[language], says[language], forWhom[language], JSON.stringify(definition.steps)]
    .join(' ')
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
