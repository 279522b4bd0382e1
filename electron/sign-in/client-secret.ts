import type { AppError } from '../../core/app-error.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { SignInClient } from '../../core/connections/sign-in-client.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** The client’s secret, '' where it has none. It goes to the token address it was entered for and nowhere else. */
export async function clientSecretOf(
  clientSecrets: Pick<Secrets, 'reveal'>,
  connectionId: string,
  { tokenUrl }: SignInClient,
): Promise<Result<string, AppError>> {
  const secret = await clientSecrets.reveal(connectionId, originOf(tokenUrl));
  if (secret.ok || secret.error.code !== 'token-missing') return secret;
  return ok('');
}
