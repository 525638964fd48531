//! A real server on 127.0.0.1, over TLS, for the tests of updates.
//!
//! `tests/vectors/update/` holds a root and a server's certificate with its key, made for these tests alone: nothing
//! but the tests trusts that root.

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The root that vouches for it.
pub const ROOT: &[u8] = include_bytes!("../vectors/update/root.der");
const SERVER: &[u8] = include_bytes!("../vectors/update/server.der");
const KEY: &[u8] = include_bytes!("../vectors/update/server-key.der");

/// A server that answers every question with `answer`, and the number of bytes that it could send.
pub fn serve(
    answer: impl Fn(&mut dyn Write) -> std::io::Result<()> + Send + Sync + 'static,
) -> (String, Arc<AtomicU64>) {
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

/// An answer: its first line and headers, and what follows.
pub fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes(), body].concat()
}
