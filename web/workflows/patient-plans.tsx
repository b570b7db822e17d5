import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InstanceItem } from '../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { GoesOn } from './goes-on.tsx';
import { InstanceStatusLabel } from './status-labels.tsx';
import rowLink from '../ui/row-link.module.css';
import classes from './workflows.module.css';
import { plansQuery } from './workflows.query.ts';

/** What workflows will do next for somebody, each with its story. Nothing planned: nothing shown. */
export const PatientPlans = ({ patientId, clinic }: { patientId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  const { data } = useQuery(plansQuery(clinic.id, patientId));
  const plans = data?.instances ?? [];
  if (plans.length === 0) return null;
  return (
    <Panel title={t('planned')} count={plans.length}>
      <ul className={classes.list}>
        {plans.map((plan) => (
          <Plan key={plan.id} plan={plan} clinic={clinic} />
        ))}
      </ul>
    </Panel>
  );
};

const Plan = ({ plan, clinic }: { plan: InstanceItem; clinic: MyClinic }) => (
  <li className={classes.instance}>
    <span>
      <Link
        to="/clinics/$clinicId/workflows/instances/$instanceId"
        params={{ clinicId: clinic.id, instanceId: plan.id }}
        className={rowLink.link}
      >
        {plan.workflow.name}
      </Link>
      <GoesOn instance={plan} clinic={clinic} />
    </span>
    <InstanceStatusLabel status={plan.status} />
  </li>
);
