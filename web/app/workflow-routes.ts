import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clinic } from './clinic-route.ts';
import { readGallerySearch } from '../workflows/gallery-search.ts';
import { readPeopleSearch, readWorkflowSearch } from '../workflows/workflow-search.ts';
import { withTemporal } from '../platform/with-temporal.ts';
import { withWords } from './language.ts';
import { readPlaySearch } from '../workflows/play/play-search.ts';

const workflows = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows',
  component: lazyRouteComponent(
    withWords(['workflows'], () => import('../workflows/workflows-page.tsx')),
    'WorkflowsPage',
  ),
});

const gallery = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/gallery',
  validateSearch: readGallerySearch,
  component: lazyRouteComponent(
    withWords(['gallery', 'workflows', 'consent'], () => import('../workflows/gallery-page.tsx')),
    'GalleryPage',
  ),
});

const workflow = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/$workflowId',
  validateSearch: readWorkflowSearch,
  component: lazyRouteComponent(
    withWords(
      ['workflows', 'gallery', 'versions', 'consent', 'templates'],
      () => import('../workflows/workflow-page.tsx'),
    ),
    'WorkflowPage',
  ),
});

const workflowEditor = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/$workflowId/edit',
  component: lazyRouteComponent(
    withWords(
      ['editor', 'stepForms', 'workflows', 'gallery', 'templates', 'patients', 'routing', 'consent', 'care'],
      () => import('../workflows/editor/editor-page.tsx'),
    ),
    'EditorPage',
  ),
});

const workflowInstance = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/instances/$instanceId',
  component: lazyRouteComponent(
    withWords(
      ['workflows', 'gallery', 'consent', 'versions', 'templates'],
      () => import('../workflows/instance-page.tsx'),
    ),
    'InstancePage',
  ),
});

const workflowPeople = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(
    withWords(
      ['workflows', 'gallery', 'versions', 'consent', 'templates'],
      () => import('../workflows/people/people-page.tsx'),
    ),
    'PeoplePage',
  ),
});

const workflowPlay = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/$workflowId/play',
  validateSearch: readPlaySearch,
  component: lazyRouteComponent(
    withWords(
      ['play', 'workflows', 'gallery', 'patients', 'consent', 'templates'],
      withTemporal(() => import('../workflows/play/play-page.tsx')),
    ),
    'PlayPage',
  ),
});

/** What happens by itself at the clinic. */
export const workflowRoutes = [
  workflows,
  gallery,
  workflow,
  workflowEditor,
  workflowPlay,
  workflowPeople,
  workflowInstance,
] as const;
