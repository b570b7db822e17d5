/** What stands behind # in the link of a mail. It is sent to no server by itself, so it stands in no log. */
export const linkToken = (): string => window.location.hash.replace(/^#/, '');
