import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from './not-found-page.tsx';

export const root = createRootRoute({ notFoundComponent: NotFoundPage });
