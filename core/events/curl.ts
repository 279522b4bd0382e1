/**
 * The curl command that posts a body to `url`, for a POSIX shell. The token stays a variable, `$CAMIO_TOKEN`; everything
 * else is quoted so that the shell takes it literally.
 */
export function curlCommand({ url, body }: { readonly url: string; readonly body: string }): string {
  return [
    `curl --request POST ${quote(url)}`,
    '--header "Authorization: Bearer $CAMIO_TOKEN"',
    `--header ${quote('Content-Type: application/json')}`,
    `--data-raw ${quote(body)}`,
  ].join(' \\\n  ');
}

/** Single quotes keep everything literal but the single quote itself: it is put between two quoted pieces. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
