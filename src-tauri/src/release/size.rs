//! Whether the mail of a release is too large for the account that sends it, or for servers on the
//! way.

use super::Remark;
use crate::account::{self, Account, LimitOf};
use crate::db::Reader;
use crate::error::Result;

const MEGABYTE: i64 = 1024 * 1024;
const MANY_SERVERS_TAKE: i64 = 20 * MEGABYTE;
/// The limit that Postfix sets where nobody has set another (`message_size_limit`).
const SOME_SERVERS_TAKE: i64 = 10_240_000;

/// What there is to say of a message of so many bytes as sent: the sender's own limit first, then
/// what servers of the recipients take.
pub(crate) fn size_remark(
    db: &Reader,
    account: Option<&Account>,
    bytes: i64,
) -> Result<Option<Remark>> {
    // Never less than the limit beside it.
    let size = (bytes + MEGABYTE - 1) / MEGABYTE;
    let limit = account.map(|account| account::size_limit(db, account)).transpose()?.flatten();
    if let Some(limit) = limit.filter(|limit| bytes > limit.bytes) {
        let (kind, text, whose, name) = match limit.of {
            LimitOf::Server(host) => ("over_server_limit", "lint-size-server", "server", host),
            LimitOf::Provider(name) => {
                ("over_provider_limit", "lint-size-provider", "provider", name)
            }
        };
        return Ok(Some(
            Remark::of(kind, text)
                .naming("size", size)
                .naming("limit", limit.bytes / MEGABYTE)
                .naming(whose, name),
        ));
    }
    let (kind, text) = match bytes {
        bytes if bytes > MANY_SERVERS_TAKE => ("too_large", "distribution-problem-too-large"),
        bytes if bytes > SOME_SERVERS_TAKE => ("large", "lint-size-some"),
        _ => return Ok(None),
    };
    Ok(Some(Remark::of(kind, text).naming("size", size)))
}
