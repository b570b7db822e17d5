import { setNonce } from 'get-nonce';

/** The nonce that the server gave this page; empty in development, where the policy is not set. */
export const contentNonce: string =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// react-remove-scroll (menus, drawers) writes its own <style> and asks get-nonce for the nonce.
if (contentNonce !== '') setNonce(contentNonce);
