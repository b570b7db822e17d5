import type { StaffView } from '../../src/staff/rules/staff-views.ts';
import classes from './colleagues.module.css';
import { StaffStateLabel } from './staff-state-label.tsx';
import { byState, staffState } from './staff-state.ts';

/** Who is here: the colleagues of the clinic and whether a call would reach them. */
export const Colleagues = ({
  staff,
  myStaffId,
}: {
  staff: readonly StaffView[];
  myStaffId: string | null;
}) => (
  <ul className={classes.list}>
    {staff.toSorted(byState).map((person) => (
      <li key={person.id} className={classes.row} data-testid={`staff-${person.id}`}>
        <div className={classes.person}>
          <span className={classes.name} data-me={person.id === myStaffId}>
            {person.name}
          </span>
          <span className={classes.departments}>
            {person.departments.map((department) => department.name).join(', ') || person.title}
          </span>
        </div>
        <StaffStateLabel state={staffState(person)} />
      </li>
    ))}
  </ul>
);
