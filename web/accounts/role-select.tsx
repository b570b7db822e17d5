import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { atLeast, roleSchema, type Role } from '../../src/accounts/rules/role.ts';
import { useCurrentClinic } from './current-clinic.tsx';

interface RoleSelectProps extends Omit<NativeSelectProps, 'value' | 'onChange' | 'data'> {
  role: Role;
  onRole: (role: Role) => void;
}

/** The roles that this person may give: nobody reaches above themselves. */
export const RoleSelect = ({ role, onRole, ...select }: RoleSelectProps) => {
  const { t } = useTranslation('accounts');
  const { clinic } = useCurrentClinic();
  return (
    <NativeSelect
      {...select}
      value={role}
      data={roleSchema.options
        .filter((each) => atLeast(clinic.role, each))
        .map((value) => ({ value, label: t(`roles.${value}`) }))}
      onChange={(event) => onRole(roleSchema.parse(event.currentTarget.value))}
    />
  );
};
