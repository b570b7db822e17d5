import { useLocation } from '@tanstack/react-router';

/** What stands behind # in the link of a mail. It is sent to no server by itself, so it stands in no log. */
export const useLinkToken = (): string => useLocation({ select: ({ hash }) => hash });
