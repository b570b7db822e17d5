import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../accounts/sign-in-page.tsx';

const route = getRouteApi('/sign-in');

export const SignInRoute = () => {
  const { next } = route.useSearch();
  const router = useRouter();
  return <SignInPage onSignedIn={() => router.navigate({ to: next ?? '/', replace: true })} />;
};
