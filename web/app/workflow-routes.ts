import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clinic } from './clinic-route.ts';
import { withWords } from './language.ts';

const workflows = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows',
  component: lazyRouteComponent(
    withWords(['workflows'], () => import('../workflows/workflows-page.tsx')),
    'WorkflowsPage',
  ),
});

const workflow = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/$workflowId',
  component: lazyRouteComponent(
    withWords(['workflows'], () => import('../workflows/workflow-page.tsx')),
    'WorkflowPage',
  ),
});

const workflowInstance = createRoute({
  getParentRoute: () => clinic,
  path: 'workflows/instances/$instanceId',
  component: lazyRouteComponent(
    withWords(['workflows', 'consent'], () => import('../workflows/instance-page.tsx')),
    'InstancePage',
  ),
});

/** What happens by itself at the clinic. */
export const workflowRoutes = [workflows, workflow, workflowInstance] as const;
