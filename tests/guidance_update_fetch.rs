//! Fetching an update, from real servers on 127.0.0.1, over TLS.
//!
//! `tests/vectors/update/` holds a root and a server's certificate with its key, made for these tests alone: nothing
//! but the tests trusts that root.
#![cfg(feature = "net")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use steadfast::guidance::update::{Address, Fetcher, LARGEST_UPDATE, UpdateRefusal};

const ROOT: &[u8] = include_bytes!("vectors/update/root.der");
const SERVER: &[u8] = include_bytes!("vectors/update/server.der");
const KEY: &[u8] = include_bytes!("vectors/update/server-key.der");

/// A server that answers every question with `answer`, and the number of bytes that it could send.
fn serve(answer: impl Fn(&mut dyn Write) -> std::io::Result<()> + Send + Sync + 'static) -> (String, Arc<AtomicU64>) {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(KEY.to_vec()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(SERVER.to_vec())], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://127.0.0.1:{}/content", listener.local_addr().unwrap().port());
    let sent = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&sent);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream);
            if read_question(&mut stream) {
                let _ = answer(&mut Counting { to: &mut stream, sent: &counted });
                let _ = stream.flush();
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        }
    });
    (address, sent)
}

struct Counting<'a> {
    to: &'a mut StreamOwned<ServerConnection, TcpStream>,
    sent: &'a AtomicU64,
}

impl Write for Counting<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.sent.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

fn read_question(stream: &mut impl Read) -> bool {
    let mut asked = Vec::new();
    let mut byte = [0];
    while !asked.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => asked.push(byte[0]),
            _ => return false,
        }
    }
    true
}

fn fetch(address: &str) -> Result<Vec<u8>, UpdateRefusal> {
    Fetcher::trusting(&[ROOT.to_vec()]).unwrap().fetch_and_wait(&Address::new(address)?)
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes(), body].concat()
}

#[test]
fn what_the_address_answers_comes_whole() {
    let (address, _) = serve(|to| to.write_all(&answer("200 OK\r\nContent-Length: 5", b"hello")));
    assert_eq!(fetch(&address), Ok(b"hello".to_vec()));
}

#[test]
fn an_answer_that_breaks_off_is_refused() {
    let (address, _) = serve(|to| to.write_all(&answer("200 OK\r\nContent-Length: 500", b"hello")));
    assert_eq!(fetch(&address), Err(UpdateRefusal::NotWhole));
    let (address, _) = serve(|to| to.write_all(&answer("200 OK\r\nTransfer-Encoding: chunked", b"5\r\nhello\r\n")));
    assert_eq!(fetch(&address), Err(UpdateRefusal::NotWhole));
}

#[test]
fn a_hundred_megabytes_are_not_read_to_their_end() {
    const HUGE: usize = 100 * 1024 * 1024;
    let (told, sent) = serve(|to| {
        to.write_all(&answer(&format!("200 OK\r\nContent-Length: {HUGE}"), b""))?;
        (0..HUGE / 65536).try_for_each(|_| to.write_all(&[b'a'; 65536]))
    });
    assert_eq!(fetch(&told), Err(UpdateRefusal::TooLarge));
    assert!(sent.load(Ordering::Relaxed) < HUGE as u64 / 2);
    let (untold, sent) = serve(|to| {
        to.write_all(&answer("200 OK", b""))?;
        (0..HUGE / 65536).try_for_each(|_| to.write_all(&[b'a'; 65536]))
    });
    assert_eq!(fetch(&untold), Err(UpdateRefusal::TooLarge));
    assert!(sent.load(Ordering::Relaxed) < HUGE as u64 / 2);
    let (fits, _) = serve(|to| {
        to.write_all(&answer(&format!("200 OK\r\nContent-Length: {LARGEST_UPDATE}"), &vec![b'a'; LARGEST_UPDATE]))
    });
    assert_eq!(fetch(&fits).map(|bytes| bytes.len()), Ok(LARGEST_UPDATE));
}

#[test]
fn a_way_that_leads_to_an_insecure_address_is_not_followed() {
    let asked = Arc::new(AtomicU64::new(0));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let counted = Arc::clone(&asked);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            counted.fetch_add(1, Ordering::Relaxed);
            let _ = stream.write_all(&answer("200 OK\r\nContent-Length: 5", b"hello"));
        }
    });
    let (address, _) = serve(move |to| {
        to.write_all(&answer(&format!("302 Found\r\nLocation: http://127.0.0.1:{port}/\r\nContent-Length: 0"), b""))
    });
    assert_eq!(fetch(&address), Err(UpdateRefusal::NotSecure));
    assert_eq!(asked.load(Ordering::Relaxed), 0, "nobody was asked without TLS");

    let (there, _) = serve(|to| to.write_all(&answer("200 OK\r\nContent-Length: 5", b"there")));
    let (address, _) =
        serve(move |to| to.write_all(&answer(&format!("302 Found\r\nLocation: {there}\r\nContent-Length: 0"), b"")));
    assert_eq!(fetch(&address), Ok(b"there".to_vec()), "from one secure address to another is fine");
    let (round, _) = serve(|to| to.write_all(&answer("302 Found\r\nLocation: /content\r\nContent-Length: 0", b"")));
    assert_eq!(fetch(&round), Err(UpdateRefusal::NotSecure), "it does not go round for ever");
}

#[test]
fn an_address_without_tls_is_refused_before_anything_is_sent() {
    for wrong in [
        "http://example.org/",
        "ftp://example.org",
        "example.org",
        "",
        "https://",
        "https://a:b@example.org",
        "file:///etc",
    ] {
        assert_eq!(Address::new(wrong), Err(UpdateRefusal::NotSecure), "{wrong}");
    }
    assert!(Address::new(" https://example.org/content ").is_ok());
}

#[test]
fn a_server_that_nobody_vouches_for_is_not_read() {
    let (address, _) = serve(|to| to.write_all(&answer("200 OK\r\nContent-Length: 5", b"hello")));
    let built_in = Fetcher::new().unwrap();
    assert_eq!(built_in.fetch_and_wait(&Address::new(&address).unwrap()), Err(UpdateRefusal::NoAnswer));
    assert!(Fetcher::trusting(&[vec![1, 2, 3]]).is_err());
}

#[test]
fn no_answer_is_said_in_words() {
    let (address, _) = serve(|to| to.write_all(&answer("404 Not Found\r\nContent-Length: 5", b"hello")));
    assert_eq!(fetch(&address), Err(UpdateRefusal::NoAnswer));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let refusal = fetch(&format!("https://127.0.0.1:{closed}/")).unwrap_err();
    assert_eq!(refusal.to_string(), "The update could not be fetched. What you have stays. You can try again later.");
}

#[tokio::test]
async fn it_can_be_fetched_from_async_code() {
    let (address, _) = serve(|to| to.write_all(&answer("200 OK\r\nContent-Length: 5", b"hello")));
    let fetcher = Fetcher::trusting(&[ROOT.to_vec()]).unwrap();
    assert_eq!(fetcher.fetch(&Address::new(&address).unwrap()).await, Ok(b"hello".to_vec()));
    assert_eq!(fetcher.fetch_and_wait(&Address::new(&address).unwrap()), Ok(b"hello".to_vec()));
}
