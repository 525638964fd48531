//! Fetching an update, from real servers on 127.0.0.1, over TLS.
#![cfg(feature = "net")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "update/server.rs"]
mod server;

use server::{ROOT, answer, serve};
use std::io::Write;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use steadfast::guidance::update::{Address, Fetcher, LARGEST_UPDATE, UpdateRefusal};

fn fetch(address: &str) -> Result<Vec<u8>, UpdateRefusal> {
    Fetcher::trusting(&[ROOT.to_vec()]).unwrap().fetch_and_wait(&Address::new(address)?)
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
