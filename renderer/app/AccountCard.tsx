import type { ConnectionView } from '../../core/connections/connection.ts';

/** Which account everything in the window is about; always in sight, because pushing to the wrong one is what people fear. */
export function AccountCard({ connection }: { readonly connection: ConnectionView | null }) {
  if (!connection) {
    return (
      <div className="account">
        <span className="color-dot none" />
        <div className="account-text">
          <strong className="ellipsis">No connection open</strong>
          <small className="ellipsis">Choose one to begin</small>
        </div>
      </div>
    );
  }
  const { name, accountEmail, color } = connection;
  return (
    <div className="account" title={`${name}\n${accountEmail ?? 'Account not confirmed'}`}>
      <span className="color-dot" data-color={color} />
      <div className="account-text">
        <strong className="ellipsis">{name}</strong>
        <small className="ellipsis">{accountEmail ?? 'Account not confirmed'}</small>
      </div>
    </div>
  );
}
