/** The pages a person may be sent to in their own browser: Camio's, over https. */
export function isAllowedLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, port, username, password } = new URL(link);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return hostname === 'camio.com' || hostname.endsWith('.camio.com');
}

export const camioHelpUrl = 'https://help.camio.com/';
export const camioSettingsUrl = 'https://camio.com/settings/integrations/pacs';
