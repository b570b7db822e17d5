import { ActionIcon, Button, Skeleton, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconMailOff } from '@tabler/icons-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../app/use-moment.ts';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk } from '../desk/desk-context.ts';
import { Linked } from '../messages/linked.tsx';
import { putHandset } from '../wire/handset-requests.ts';
import classes from './mail-tab.module.css';
import { type Mail, mailPage, useMails } from './mails.query.ts';

/** The person's mailbox. */
export function MailTab({ telephone }: { telephone: Telephone }) {
  const { state } = useDesk();
  const { number, email, newMails } = telephone;
  useEffect(() => {
    if (newMails > 0) state.dispatch({ type: 'mails-read', number });
  }, [newMails, number, state]);
  return email === null || email === '' ? (
    <AddressForm telephone={telephone} />
  ) : (
    <Mailbox key={email} address={email} />
  );
}

function Mailbox({ address }: { address: string }) {
  const { t } = useTranslation('telephones');
  const moment = useMoment();
  const { data, isPending } = useMails(address);
  const [open, setOpen] = useState<Mail | null>(null);
  if (open) return <OpenMail mail={open} address={address} onClose={() => setOpen(null)} />;
  return (
    <>
      <p className={classes.address}>{address}</p>
      {isPending && <Skeleton m={12} height={80} width="auto" />}
      {data?.length === 0 && (
        <p className={classes.empty}>
          <IconMailOff size={28} stroke={1.4} aria-hidden />
          {t('mail.none')}
        </p>
      )}
      <ul className={classes.mails} data-testid="mails">
        {data?.map((mail) => (
          <li key={mail.id}>
            <UnstyledButton className={classes.mail} onClick={() => setOpen(mail)}>
              <span className={classes.row}>
                <span className={classes.from}>{mail.from}</span>
                <span className={classes.when}>{moment(mail.at)}</span>
              </span>
              <strong className={classes.subject}>{mail.subject || t('mail.noSubject')}</strong>
              <span className={classes.preview}>{mail.text.slice(0, 140)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenMail({ mail, address, onClose }: { mail: Mail; address: string; onClose: () => void }) {
  const { t } = useTranslation('telephones');
  const moment = useMoment();
  return (
    <>
      <div className={classes.head}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('mail.all')} onClick={onClose}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <div>
          <strong className={classes.subject}>{mail.subject || t('mail.noSubject')}</strong>
          <span className={classes.from}>
            {mail.from} · {moment(mail.at)}
          </span>
        </div>
      </div>
      {mail.html === null ? (
        <p className={classes.text}>
          <Linked text={mail.text} />
        </p>
      ) : (
        <iframe
          className={classes.page}
          title={mail.subject || t('mail.noSubject')}
          src={mailPage(address, mail.id)}
          // No script, no form, no access to this page; its links open beside it.
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
      )}
    </>
  );
}

/** Somebody without an address gets one here, to see what would be sent to it. */
function AddressForm({ telephone: { number, name, role } }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { state, problem } = useDesk();
  const [email, setEmail] = useState('');
  const give = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const handset = await putHandset(number, { name, role, email: email.trim() });
    state.dispatch({ type: 'handset', handset });
  };
  return (
    <form className={classes.give} onSubmit={(event) => void give(event).catch(problem.dispatch)}>
      <TextInput
        type="email"
        required
        withAsterisk={false}
        label={t('mail.address')}
        description={t('mail.noAddress', { name })}
        placeholder="name@example.com"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit">{t('mail.give')}</Button>
    </form>
  );
}
