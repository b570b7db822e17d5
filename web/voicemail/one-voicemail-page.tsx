import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { VoicemailById } from './voicemail-by-id.tsx';
import classes from './voicemail-page.module.css';

const route = getRouteApi('/signed-in/clinics/$clinicId/voicemail/$voicemailId');

/** Where the link in the e-mail notice leads. */
export const OneVoicemailPage = () => {
  const { t } = useTranslation('voicemail');
  const { clinic } = useCurrentClinic();
  const { voicemailId } = route.useParams();
  return (
    <>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/voicemail" params={{ clinicId: clinic.id }} />
        )}
      >
        <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('backToAll')}
      </Anchor>
      <PageHead title={t('one')} />
      <div className={classes.sheet}>
        <VoicemailById clinicId={clinic.id} voicemailId={voicemailId} />
      </div>
    </>
  );
};
