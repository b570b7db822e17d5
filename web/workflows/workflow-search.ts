const sections = ['steps', 'versions'] as const;
export type WorkflowSection = (typeof sections)[number];
export const workflowSections: readonly WorkflowSection[] = sections;

export interface WorkflowSearch {
  show?: WorkflowSection;
}

/** Only what the page knows is taken from the address. */
export const readWorkflowSearch = (search: Record<string, unknown>): WorkflowSearch => {
  const show = sections.find((section) => section === search['show']);
  return show === undefined || show === 'steps' ? {} : { show };
};
