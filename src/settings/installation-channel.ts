/** Every process listens here, and reads the installation's settings again. */
export const settingsChannel = 'frontdesk_settings';
