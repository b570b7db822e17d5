import { z } from 'zod';

/** Long rather than odd: length is what makes guessing hard. */
export const shortestPassword = 10;
export const newPasswordSchema = z.string().min(shortestPassword).max(200);
