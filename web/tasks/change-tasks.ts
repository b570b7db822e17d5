import type { TaskPage, TaskView } from '../../src/tasks/rules/task-view.ts';

const changePage = (page: TaskPage, changed: TaskView): TaskPage => ({
  ...page,
  items: page.items.map((task) => (task.id === changed.id ? changed : task)),
});

const isPage = (answer: unknown): answer is TaskPage =>
  typeof answer === 'object' && answer !== null && 'items' in answer;
const arePages = (answer: unknown): answer is { pages: TaskPage[]; pageParams: unknown[] } =>
  typeof answer === 'object' && answer !== null && 'pages' in answer;

/** A task as it is now, in whatever answer holds it; it stays in its place until the list is read again. */
export const changeTasks = (answer: unknown, changed: TaskView): unknown => {
  if (arePages(answer)) return { ...answer, pages: answer.pages.map((page) => changePage(page, changed)) };
  return isPage(answer) ? changePage(answer, changed) : answer;
};
