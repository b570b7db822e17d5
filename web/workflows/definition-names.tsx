import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import { listsIn, type Step } from '../../src/workflows/rules/steps.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { appointmentTypesQuery, practitionersQuery } from '../appointments/appointments.query.ts';
import { departmentsQuery, staffQuery } from '../staff/staff.query.ts';
import { templatesQuery } from '../templates/templates.query.ts';

/** The steps of the workflow that is shown, by id. People call them by their numbers. */
export type NamedSteps = ReadonlyMap<string, { number: number; kind: Step['do'] }>;
/** People, departments, templates and kinds of visit that a definition names by their ids. */
type NamedThings = ReadonlyMap<string, string>;

const StepNames = createContext<NamedSteps>(new Map());
const ThingNames = createContext<NamedThings>(new Map());
export const useNamedSteps = (): NamedSteps => use(StepNames);

/** @returns undefined while it is not known, and where it is gone */
export const useThingName = (): ((id: string | undefined) => string | undefined) => {
  const names = use(ThingNames);
  return (id) => (id === undefined ? undefined : names.get(id));
};

const kindsOf = (steps: readonly Step[]): [string, Step['do']][] =>
  steps.flatMap((step) => [[step.id, step.do], ...listsIn(step).flatMap(kindsOf)]);

/** Stays the same map while steps only say something else. */
const useNumbersOf = (steps: readonly Step[]): NamedSteps => {
  const key = JSON.stringify(kindsOf(steps));
  return useMemo(() => {
    const kinds = JSON.parse(key) as ReturnType<typeof kindsOf>;
    return new Map(kinds.map(([id, kind], index) => [id, { number: index + 1, kind }]));
  }, [key]);
};

const uuid = /"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}"/i;

/** Asked only where a definition names anything. */
const useThingsIn = (definition: Definition | null): NamedThings => {
  const { clinic } = useCurrentClinic();
  const enabled = useMemo(() => uuid.test(JSON.stringify(definition)), [definition]);
  const { data: practitioners } = useQuery({ ...practitionersQuery(clinic.id), enabled });
  const { data: types } = useQuery({ ...appointmentTypesQuery(clinic.id), enabled });
  const { data: departments } = useQuery({ ...departmentsQuery(clinic.id), enabled });
  const { data: staff } = useQuery({ ...staffQuery(clinic.id), enabled });
  const { data: templates } = useQuery({ ...templatesQuery(clinic.id), enabled });
  return useMemo(
    () =>
      new Map(
        [practitioners, types, departments, staff, templates].flatMap((all = []) =>
          all.map(({ id, name }) => [id, name] as const),
        ),
      ),
    [practitioners, types, departments, staff, templates],
  );
};

interface NamesOfProps {
  definition: Definition | null;
  children: ReactNode;
}

/** Everything inside calls the steps by their numbers, and whom and what they name by their names: never by their ids. */
export const NamesOf = ({ definition, children }: NamesOfProps) => (
  <StepNames value={useNumbersOf(definition?.steps ?? [])}>
    <ThingNames value={useThingsIn(definition)}>{children}</ThingNames>
  </StepNames>
);

/** The number before a step in a picture or list. */
export const useStepNumber = (): ((id: string) => number | undefined) => {
  const names = useNamedSteps();
  return (id) => names.get(id)?.number;
};
