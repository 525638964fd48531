//! Who may reach the served app.

use super::BrowserError;
use axum::http::{HeaderMap, header};
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// The cookie's name. It says nothing about the app.
const COOKIE: &str = "c";

/// Checks hosts, origins, the token and the cookie.
pub struct Gate {
    address: SocketAddr,
    key: Mutex<Option<String>>,
    printed: String,
    cookie: String,
}

impl Gate {
    /// A gate with a fresh token and a fresh cookie.
    pub fn new(address: SocketAddr) -> Result<Self, BrowserError> {
        let key = random_hex()?;
        Ok(Self { address, printed: key.clone(), key: Mutex::new(Some(key)), cookie: random_hex()? })
    }

    /// The token for the address to print.
    pub fn key(&self) -> &str {
        &self.printed
    }

    /// Where the app is served.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether the request is meant for this address and does not come from another page. A socket must name its origin.
    pub fn admits(&self, headers: &HeaderMap, needs_origin: bool) -> bool {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let own = self.address.to_string();
        let host = text(header::HOST).is_some_and(|host| host == own);
        let origin = match text(header::ORIGIN) {
            Some(origin) => origin == format!("http://{own}"),
            None => !needs_origin,
        };
        host && origin
    }

    /// Takes the token and gives the cookie to set. It works once.
    pub fn exchange(&self, key: &str) -> Option<String> {
        let mut kept = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let right = kept.as_deref().is_some_and(|kept| same(kept, key));
        right.then(|| {
            *kept = None;
            format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie)
        })
    }

    /// Whether the request carries the cookie.
    pub fn knows(&self, headers: &HeaderMap) -> bool {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
            .any(|value| same(&self.cookie, value))
    }
}

fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// 32 random bytes in hexadecimal.
pub fn random_hex() -> Result<String, BrowserError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| BrowserError::Random)?;
    Ok(hex::encode(bytes))
}
