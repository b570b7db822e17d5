import type { Language } from '../../../src/clinics/rules/language.ts';
import { readProblem, unreachable } from '../../platform/problem.ts';
import { clinicPath } from '../../platform/request.ts';

interface Greeting {
  file: Blob;
  language: Language;
  transcript: string;
}

/** Keeps a recording on the server. @returns its id */
export const uploadGreeting = async (
  clinicId: string,
  { file, language, transcript }: Greeting,
): Promise<string> => {
  const query = new URLSearchParams({ language, transcript });
  const answer = await fetch(`${clinicPath(clinicId, 'routing/greetings')}?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'audio/wav' },
    body: file,
  }).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw await readProblem(answer);
  return ((await answer.json()) as { id: string }).id;
};
