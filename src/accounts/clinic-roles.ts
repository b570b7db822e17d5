import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements } from 'better-auth/plugins/organization/access';

const access = createAccessControl(defaultStatements);
const member = access.newRole({ organization: [], member: [], invitation: [] });

/** What better-auth's own member routes allow to each of our roles; everything else asks rules/role.ts. */
export const clinicRoles = {
  ac: access,
  roles: {
    owner: access.newRole({
      organization: ['update'],
      member: ['create', 'update', 'delete'],
      invitation: ['create', 'cancel'],
    }),
    manager: access.newRole({ organization: [], member: [], invitation: ['create', 'cancel'] }),
    receptionist: member,
    readonly: member,
  },
};
