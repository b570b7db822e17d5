import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallStory } from '../../src/calls/rules/call-views.ts';
import { preciseTime } from '../ui/moment.ts';
import classes from './story-webhooks.module.css';

interface StoryWebhooksProps {
  webhooks: CallStory['webhooks'];
  timeZone: string;
}

/** What the carrier asked and what it was told, folded away until an engineer wants it. */
export const StoryWebhooks = ({ webhooks, timeZone }: StoryWebhooksProps) => {
  const { t, i18n } = useTranslation('calls');
  if (webhooks.length === 0) return null;
  return (
    <details className={classes.all}>
      <summary>{t('story.webhooks', { count: webhooks.length })}</summary>
      <ol className={classes.list}>
        {webhooks.map((webhook, index) => (
          <li key={`${webhook.at}-${index}`}>
            <details className={classes.one}>
              <summary>
                <time dateTime={webhook.at}>{preciseTime(webhook.at, i18n.language, timeZone)}</time>
                <code>{webhook.endpoint}</code>
              </summary>
              <p className={classes.label}>{t('story.parameters')}</p>
              <Code block>
                {Object.entries(webhook.params)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join('\n')}
              </Code>
              <p className={classes.label}>{t('story.answer')}</p>
              <Code block>{webhook.response}</Code>
            </details>
          </li>
        ))}
      </ol>
    </details>
  );
};
