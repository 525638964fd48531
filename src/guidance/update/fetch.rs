//! Brings an update from the address in the settings: after a tap, over TLS, and never more than is allowed.
//!
//! The roots of trust are fixed in the program: a phone's own store needs a set-up that panics where it is missing. The
//! address learns that somebody asked, and from which network; nothing of hers is in the question.

use super::{LARGEST_UPDATE, UpdateRefusal};
use reqwest::{Client, Url, redirect};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;

/// How often an address may lead to another.
const MOST_REDIRECTS: usize = 3;
const TO_CONNECT: Duration = Duration::from_secs(15);
const WITHOUT_A_BYTE: Duration = Duration::from_secs(20);
const FOR_ALL: Duration = Duration::from_secs(120);

/// Where updates come from: `https://` and a host, and no name or password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads an address as it was typed.
    ///
    /// # Errors
    /// [`UpdateRefusal::NotSecure`] for anything else.
    pub fn new(typed: &str) -> Result<Self, UpdateRefusal> {
        let url = Url::parse(typed.trim()).map_err(|_| UpdateRefusal::NotSecure)?;
        let secure = url.scheme() == "https" && url.host_str().is_some_and(|host| !host.is_empty());
        let plain = url.username().is_empty() && url.password().is_none();
        if secure && plain { Ok(Self(url)) } else { Err(UpdateRefusal::NotSecure) }
    }
}

/// Fetches updates.
#[derive(Debug, Clone)]
pub struct Fetcher {
    client: Client,
}

impl Fetcher {
    /// Trusts the roots that are built in.
    ///
    /// # Errors
    /// [`UpdateRefusal::NoAnswer`] if TLS cannot be set up.
    pub fn new() -> Result<Self, UpdateRefusal> {
        let roots = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        Self::with_store(roots)
    }

    /// Trusts these roots (DER) and no others: for an organisation that has its own.
    ///
    /// # Errors
    /// [`UpdateRefusal::NoAnswer`] if one of them is no root.
    pub fn trusting(roots: &[Vec<u8>]) -> Result<Self, UpdateRefusal> {
        let mut store = RootCertStore::empty();
        for root in roots {
            store.add(CertificateDer::from(root.clone())).map_err(|_| UpdateRefusal::NoAnswer)?;
        }
        Self::with_store(store)
    }

    fn with_store(roots: RootCertStore) -> Result<Self, UpdateRefusal> {
        let tls = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| UpdateRefusal::NoAnswer)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(redirect::Policy::custom(follow))
            .https_only(true)
            .referer(false)
            .no_proxy()
            .connect_timeout(TO_CONNECT)
            .read_timeout(WITHOUT_A_BYTE)
            .timeout(FOR_ALL)
            .build()
            .map_err(|_| UpdateRefusal::NoAnswer)?;
        Ok(Self { client })
    }

    /// What the address answers with, whole. It is not looked at here: give it to [`super::Kept::take`].
    ///
    /// # Errors
    /// [`UpdateRefusal::NoAnswer`], [`UpdateRefusal::NotSecure`], [`UpdateRefusal::TooLarge`] as soon as that is known,
    /// [`UpdateRefusal::NotWhole`] if it breaks off.
    pub async fn fetch(&self, address: &Address) -> Result<Vec<u8>, UpdateRefusal> {
        let mut answer =
            self.client.get(address.0.clone()).send().await.map_err(|error| {
                if error.is_redirect() { UpdateRefusal::NotSecure } else { UpdateRefusal::NoAnswer }
            })?;
        if !answer.status().is_success() {
            return Err(UpdateRefusal::NoAnswer);
        }
        let allowed = |length: u64| usize::try_from(length).is_ok_and(|length| length <= LARGEST_UPDATE);
        if answer.content_length().is_some_and(|length| !allowed(length)) {
            return Err(UpdateRefusal::TooLarge);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|_| UpdateRefusal::NotWhole)? {
            if bytes.len().saturating_add(chunk.len()) > LARGEST_UPDATE {
                return Err(UpdateRefusal::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// As [`Fetcher::fetch`], on a thread of its own, and waits for it: for code that is not async.
    ///
    /// # Errors
    /// As [`Fetcher::fetch`].
    pub fn fetch_and_wait(&self, address: &Address) -> Result<Vec<u8>, UpdateRefusal> {
        let fetch = || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.map_err(|_| UpdateRefusal::NoAnswer)?.block_on(self.fetch(address))
        };
        std::thread::scope(|scope| scope.spawn(fetch).join().unwrap_or(Err(UpdateRefusal::NoAnswer)))
    }
}

/// Follows a few times, and never to an address that is not secure.
fn follow(attempt: redirect::Attempt<'_>) -> redirect::Action {
    if attempt.url().scheme() != "https" || attempt.previous().len() > MOST_REDIRECTS {
        attempt.error(UpdateRefusal::NotSecure)
    } else {
        attempt.follow()
    }
}
