import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../accounts/sign-in-page.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';

const route = getRouteApi('/sign-in');

export const SignInRoute = () => {
  const { next } = route.useSearch();
  const router = useRouter();
  return (
    <SignInPage
      logo={<Logo />}
      languageSwitch={<LanguageSwitch />}
      onSignedIn={() => router.navigate({ to: next ?? '/', replace: true })}
    />
  );
};
