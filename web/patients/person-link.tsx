import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

interface PersonLinkProps {
  clinicId: string;
  patientId: string;
  children: string;
}

/** A name that leads to the person's page, in the weight and size of the text around it. */
export const PersonLink = ({ clinicId, patientId, children }: PersonLinkProps) => (
  <Anchor
    inherit
    data-person-link
    renderRoot={(props) => (
      <Link {...props} to="/clinics/$clinicId/patients/$patientId" params={{ clinicId, patientId }} />
    )}
  >
    {children}
  </Anchor>
);
