import type { MenuItem } from '../../src/routing/rules/routing-view.ts';

type Route = MenuItem['route'];

/** A route as the value of a field: `department:<id>`, `voicemail:` … The number of an outside line and the options of a sub-menu are kept beside it. */
export const targetOf = (route: Route): string => {
  switch (route.type) {
    case 'staff':
      return `staff:${route.staffId}`;
    case 'department':
      return `department:${route.departmentId}`;
    case 'voicemail':
      return `voicemail:${route.departmentId ?? ''}`;
    default:
      return route.type;
  }
};

/** The route that a field's value stands for. What a value does not say is taken from the route before. */
export const routeTo = (target: string, before: Route): Route => {
  const [type, id = ''] = target.split(':');
  switch (type) {
    case 'staff':
      return { type: 'staff', staffId: id };
    case 'department':
      return { type: 'department', departmentId: id };
    case 'voicemail':
      return { type: 'voicemail', departmentId: id === '' ? null : id };
    case 'external':
      return before.type === 'external' ? before : { type: 'external', number: '' };
    case 'menu':
      return before.type === 'menu' ? before : { type: 'menu', options: [] };
    default:
      return before;
  }
};
