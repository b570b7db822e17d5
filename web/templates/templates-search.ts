/** What the page shows, kept in the address. */
export interface TemplatesSearch {
  /** a template's id, or 'new' */
  open?: string;
}

export const readTemplatesSearch = ({ open }: Record<string, unknown>): TemplatesSearch =>
  typeof open === 'string' && open !== '' ? { open } : {};
