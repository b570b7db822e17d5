import { Container } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** In the place of a page that could not be loaded or drawn; rail and softphone stay. */
export const CrashedPage = ({ error }: { error: unknown }) => {
  const router = useRouter();
  return (
    <Container size="xs" py="xl">
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </Container>
  );
};
