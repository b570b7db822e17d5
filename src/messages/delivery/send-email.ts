import { EmailError } from '../../ports/email/email.port.ts';
import type { DeliveryDependencies, Errand } from './delivery-work.ts';
import { layOutMail } from './mail-layout.ts';
import { formatPhone } from '../rules/format-phone.ts';
import type { SendOutcome } from '../rules/send-outcome.ts';

const unsubscribeWords = { en: 'Unsubscribe from these e-mails', de: 'Diese E-Mails abbestellen' };

/** What stands around the text: who writes, how to unsubscribe, and the marks of what is noted. */
const frameOf = ({ message, clinic, links }: Errand) => {
  const { language } = message;
  const urlOf = (purpose: 'open' | 'unsubscribe'): string | null => {
    const link = message.links.find((one) => one.purpose === purpose);
    return link === undefined ? null : links.url(message.key, link);
  };
  const unsubscribeUrl = urlOf('unsubscribe');
  return {
    clinic: clinic.name,
    language,
    postalAddress: clinic.postalAddress,
    phone: clinic.firstNumber === null ? null : formatPhone(clinic.firstNumber, clinic.country),
    unsubscribe: unsubscribeUrl === null ? null : { text: unsubscribeWords[language], url: unsubscribeUrl },
    openUrl: urlOf('open'),
    leadTo: (url: string) => {
      const link = message.links.find(({ purpose, target }) => purpose === 'click' && target === url);
      return link === undefined ? url : links.url(message.key, link);
    },
  };
};

/** The same for programs that show no HTML. Their links lead where they say. */
const plainText = (text: string, { unsubscribe, postalAddress }: ReturnType<typeof frameOf>): string => {
  if (unsubscribe === null || text.includes(unsubscribe.url)) return text;
  return [text, '--', postalAddress, `${unsubscribe.text}: ${unsubscribe.url}`]
    .filter((line) => line !== null)
    .join('\n');
};

/** SMTP cannot be asked; a repeat needs leave anew (`ask-for-leave.ts`) and bears the same Message-ID, by which servers and readers know it. */
export const sendEmail = async (
  { email }: Pick<DeliveryDependencies, 'email'>,
  errand: Errand,
): Promise<SendOutcome> => {
  const { message, clinic } = errand;
  const frame = frameOf(errand);
  try {
    await email.send({
      to: message.address,
      subject: message.subject ?? clinic.name,
      text: plainText(message.body, frame),
      html: await layOutMail(message.body, frame),
      unsubscribeUrl: frame.unsubscribe?.url ?? null,
      key: message.id,
    });
    return { outcome: 'sent', sid: null };
  } catch (error) {
    if (!(error instanceof EmailError)) throw error;
    if (error.failure === 'later') return { outcome: 'later', code: Number(error.code) || null };
    return { outcome: 'never', reason: 'wrong-address', code: Number(error.code) || null };
  }
};
