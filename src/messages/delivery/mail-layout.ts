import { escapeHtml, paragraphs } from '../rules/mail-words.ts';

/** What an e-mail shows besides its text. */
export type MailFrame = {
  clinic: string;
  language: 'en' | 'de';
  postalAddress: string | null;
  phone: string | null;
  unsubscribe: { text: string; url: string } | null;
  /** an empty picture that says the mail was opened */
  openUrl: string | null;
  /** where a link really leads that is read as this address */
  leadTo: (url: string) => string;
};

// Marks that no text can hold: they are replaced in what MJML made of the layout, once for all e-mails.
const marks = { language: '@@language@@', clinic: '@@clinic@@', text: '@@text@@', foot: '@@foot@@' };

const layout = `
<mjml lang="${marks.language}">
  <mj-head>
    <mj-title>${marks.clinic}</mj-title>
    <mj-attributes>
      <mj-all font-family="Inter, Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" color="#1f2733" padding="0 24px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f5f6f8" width="600px">
    <mj-section padding="24px 0 0"><mj-column>
      <mj-text font-size="18px" font-weight="600" padding="0 24px 16px">${marks.clinic}</mj-text>
    </mj-column></mj-section>
    <mj-section background-color="#ffffff" border-radius="12px" padding="24px 0 8px"><mj-column>
      <mj-text>${marks.text}</mj-text>
    </mj-column></mj-section>
    <mj-section padding="16px 0 24px"><mj-column>
      <mj-text font-size="13px" color="#4a5568">${marks.foot}</mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;

let compiled: Promise<string> | null = null;

/** MJML is large and slow to load: only a process that sends e-mail has it, and compiles the layout once. */
const compile = async (): Promise<string> => {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(layout, { validationLevel: 'soft' });
  if (errors.length > 0) throw new Error('the layout of e-mails is not valid MJML');
  return html;
};

const unsubscribeLine = ({ unsubscribe }: MailFrame): string =>
  unsubscribe === null
    ? ''
    : `<a href="${escapeHtml(unsubscribe.url)}" style="color:#4a5568">${escapeHtml(unsubscribe.text)}</a>`;

const openMark = ({ openUrl }: MailFrame): string =>
  openUrl === null ? '' : `<img src="${escapeHtml(openUrl)}" width="1" height="1" alt="">`;

/** An e-mail as HTML, readable in every mail program. */
export const layOutMail = async (text: string, frame: MailFrame): Promise<string> => {
  compiled ??= compile();
  const foot = [frame.clinic, frame.postalAddress, frame.phone].filter((line) => line !== null);
  const values: Record<string, string> = {
    [marks.language]: frame.language,
    [marks.clinic]: escapeHtml(frame.clinic),
    [marks.text]: paragraphs(text, frame.leadTo),
    [marks.foot]: [...foot.map(escapeHtml), unsubscribeLine(frame), openMark(frame)]
      .filter((line) => line !== '')
      .join('<br>'),
  };
  return (await compiled).replaceAll(/@@\w+@@/gu, (mark) => values[mark] ?? '');
};
