/** Every process listens here, and looks at its keys again. */
export const keysChannel = 'frontdesk_keys';
