import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';

type Route = MenuEntry['route'];

/** A route as the value of a field: `department:<id>`, `voicemail:` … '' = not chosen yet. */
export const targetOf = (route: Route): string => {
  switch (route.type) {
    case 'staff':
      return route.staffId === null ? '' : `staff:${route.staffId}`;
    case 'department':
      return route.departmentId === null ? '' : `department:${route.departmentId}`;
    case 'voicemail':
      return `voicemail:${route.departmentId ?? ''}`;
    case 'ai':
      return `ai:${route.departmentId ?? ''}`;
    default:
      return route.type;
  }
};

/** The route that a field's value stands for. What a value does not say is taken from the route before. */
export const routeTo = (target: string, before: Route): Route => {
  const [type, id = ''] = target.split(':');
  const departmentId = id === '' ? null : id;
  switch (type) {
    case 'staff':
      return { type: 'staff', staffId: id };
    case 'department':
      return { type: 'department', departmentId };
    case 'voicemail':
      return { type: 'voicemail', departmentId };
    case 'ai':
      return { type: 'ai', departmentId, fallbackToStaff: true };
    case 'external':
      return before.type === 'external' ? before : { type: 'external', number: '' };
    case 'menu':
      return before.type === 'menu' ? before : { type: 'menu', options: [] };
    default:
      return before;
  }
};
