#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Starts the server on a free port with a one-word page.
async fn start() -> (std::net::SocketAddr, String) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let gate = Gate::new(address).unwrap();
    let key = gate.key().to_owned();
    let app: Arc<MakeApp> = Arc::new(|| VirtualDom::new(dioxus::prelude::VNode::empty));
    let router = router(gate, Box::new(|nonce, _| format!("page {nonce}")), app);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, key)
}

/// Sends one request as it stands and gives the whole answer.
async fn ask(address: std::net::SocketAddr, path: &str, host: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn cookie_of(answer: &str) -> String {
    let line = answer.lines().find(|line| line.to_lowercase().starts_with("set-cookie:")).expect("a cookie");
    assert!(line.contains("HttpOnly") && line.contains("SameSite=Strict"), "{line}");
    line.split_once(':').unwrap().1.trim().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_printed_address_works_once_and_only_its_cookie_opens_the_page() {
    let (address, key) = start().await;
    let host = address.to_string();
    assert!(ask(address, "/", &host, "").await.starts_with("HTTP/1.1 403"));
    assert!(ask(address, "/?key=0000", &host, "").await.starts_with("HTTP/1.1 403"));
    let first = ask(address, &format!("/?key={key}"), &host, "").await;
    assert!(first.starts_with("HTTP/1.1 303"));
    let cookie = cookie_of(&first);
    assert!(ask(address, &format!("/?key={key}"), &host, "").await.starts_with("HTTP/1.1 403"), "the key worked twice");
    let page = ask(address, "/", &host, &format!("Cookie: {cookie}\r\n")).await;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("page "));
    let wrong = format!("Cookie: {}0\r\n", cookie);
    assert!(ask(address, "/", &host, &wrong).await.starts_with("HTTP/1.1 403"));
}

#[tokio::test]
async fn another_host_name_or_another_page_is_refused() {
    let (address, key) = start().await;
    let host = address.to_string();
    let cookie = format!("Cookie: {}\r\n", cookie_of(&ask(address, &format!("/?key={key}"), &host, "").await));
    assert!(ask(address, "/", "rebound.example", &cookie).await.starts_with("HTTP/1.1 403"));
    let foreign = format!("{cookie}Origin: http://elsewhere.example\r\n");
    assert!(ask(address, "/", &host, &foreign).await.starts_with("HTTP/1.1 403"));
    let upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    let no_origin = format!("{cookie}{upgrade}");
    assert!(ask(address, "/ws", &host, &no_origin).await.starts_with("HTTP/1.1 403"));
    let no_cookie = format!("Origin: http://{host}\r\n{upgrade}");
    assert!(ask(address, "/ws", &host, &no_cookie).await.starts_with("HTTP/1.1 403"));
}

#[tokio::test]
async fn every_answer_says_keep_nothing_and_tell_nobody() {
    let (address, key) = start().await;
    let host = address.to_string();
    let cookie = format!("Cookie: {}\r\n", cookie_of(&ask(address, &format!("/?key={key}"), &host, "").await));
    for (path, more) in [("/", cookie.as_str()), ("/", ""), ("/nothing", "")] {
        let answer = ask(address, path, &host, more).await.to_lowercase();
        for line in ["cache-control: no-store", "x-content-type-options: nosniff", "referrer-policy: no-referrer"] {
            assert!(answer.contains(line), "{path} lacks {line}");
        }
    }
    let page = ask(address, "/", &host, &cookie).await.to_lowercase();
    assert!(page.contains("content-security-policy: default-src 'none'"));
}
